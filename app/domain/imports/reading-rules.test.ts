import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCodes, indexCodes } from "./code-name-rules";
import { readLastDate } from "./date-rules";
import { encodingProbe } from "./detect-encoding";
import { fieldOfWord } from "./field-alias-rules";
import { readIpKind } from "./ip-rules";
import { guessMapping } from "./mapping-rules";
import { readMaturity } from "./maturity-rules";
import { readModes } from "./mode-rules";
import { readPrice, unitOfHeading } from "./price-rules";
import { findRegion } from "./region-name-rules";
import { cleanText, firstSentence, splitList } from "./text-rules";

describe("maturity", () => {
  it.each([
    ["正在研发", 3],
    ["通过小试", 4],
    ["已有样品", 5],
    ["通过中试", 6],
    ["可以量产", 8],
    ["可产业化", 8],
    ["已产业化", 9],
    ["TRL 6", 6],
    ["７级", 7],
    ["第4级", 4],
    ["处于实验室阶段", 4],
    ["保密", null],
    ["", null],
    ["12", null],
  ])("%s -> %s", (text, level) => {
    expect(readMaturity(text)).toBe(level);
  });
});

describe("cooperation modes", () => {
  it.each([
    ["技术转让,技术许可,委托开发", ["ASSIGNMENT", "LICENCE", "COMMISSIONED_DEVELOPMENT"], ""],
    ["完全转让许可转让技术入股合作生产", ["ASSIGNMENT", "LICENCE", "EQUITY", "OTHER"], ""],
    ["ASSIGNMENT; COOPERATIVE_DEVELOPMENT", ["ASSIGNMENT", "COOPERATIVE_DEVELOPMENT"], ""],
    ["技术服务、量子纠缠", ["SERVICE"], "量子纠缠"],
    ["", [], ""],
  ])("%s", (text, modes, unread) => {
    expect(readModes(text)).toMatchObject({ modes, unread });
  });

  it("reads the kind of licence", () => {
    expect(readModes("独占许可").licenceKinds).toEqual(["EXCLUSIVE"]);
  });
});

describe("price", () => {
  it.each([
    ["面议", "NEGOTIABLE", null, null],
    ["", "NEGOTIABLE", null, null],
    ["100万元", "FIXED", 100_000_000n, 100_000_000n],
    ["30.0万元-100.0万元", "RANGE", 30_000_000n, 100_000_000n],
    ["50-100万", "RANGE", 50_000_000n, 100_000_000n],
    ["50～100万元", "RANGE", 50_000_000n, 100_000_000n],
    ["1,200,000元", "FIXED", 120_000_000n, 120_000_000n],
    ["１００万", "FIXED", 100_000_000n, 100_000_000n],
    ["1.5亿", "FIXED", 15_000_000_000n, 15_000_000_000n],
    ["不低于20万元", "RANGE", 20_000_000n, null],
    ["20万元以内", "RANGE", 0n, 20_000_000n],
  ])("%s", (text, kind, minFen, maxFen) => {
    expect(readPrice(text)).toMatchObject({ kind, minFen, maxFen });
  });

  it("reads a royalty and refuses nonsense", () => {
    expect(readPrice("按销售额的3.5%提成")).toMatchObject({ kind: "ROYALTY", royaltyRateBp: 350 });
    expect(readPrice("看情况")).toBeNull();
    expect(readPrice("100-50万元")).toBeNull();
  });

  it("takes the unit of the heading, and says when there is none", () => {
    expect(readPrice("80", unitOfHeading("价格（万元）"))).toMatchObject({
      minFen: 80_000_000n,
      isUnitAssumed: false,
    });
    expect(readPrice("80")).toMatchObject({ minFen: 8_000n, isUnitAssumed: true });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readPrice(text)));
  });
});

describe("dates", () => {
  it.each([
    ["2027-03-31", "2027-03-31"],
    ["2027年3月5日", "2027-03-05"],
    ["2027/3/5 10:00", "2027-03-05"],
    ["2020-01-1310:49:39.0至2021-01-1410:49:41.0", "2021-01-14"],
    ["2027-02-30", null],
    ["长期", null],
  ])("%s", (text, date) => {
    expect(readLastDate(text)).toBe(date);
  });
});

describe("codes by name", () => {
  const industries = indexCodes(
    [
      ["C", null, "制造业", "Manufacturing"],
      ["17", "C", "纺织业", "Textiles"],
      ["24", "C", "文教、工美、体育和娱乐用品制造业", "Goods"],
      ["36", "C", "汽车制造业", "Automobiles"],
    ].map(([code, parentCode, nameZh, nameEn]) => ({
      code: code ?? "",
      parentCode: parentCode ?? null,
      nameZh: nameZh ?? "",
      nameEn: nameEn ?? "",
    })),
  );

  it.each([
    ["制造业——汽车制造业", ["36"]],
    ["制造业——文教工美体育和娱乐用品制造业", ["24"]],
    ["17; 36", ["17", "36"]],
    ["textiles", ["17"]],
  ])("%s", (text, codes) => {
    expect(findCodes(industries, text).codes).toEqual(codes);
  });

  it("keeps what it does not know apart", () => {
    expect(findCodes(industries, "占星术")).toEqual({ codes: [], unread: ["占星术"] });
  });

  it("knows portals' own words for fields", () => {
    expect(fieldOfWord("新材料-膜材料")).toBe("4.3");
    expect(fieldOfWord("电池")).toBe("6.3");
    expect(fieldOfWord("占星术")).toBeNull();
  });
});

describe("regions", () => {
  const regions = [
    ["220000", null, 1, "吉林省"],
    ["220100", "220000", 2, "长春市"],
    ["220200", "220000", 2, "吉林市"],
    ["370000", null, 1, "山东省"],
    ["370100", "370000", 2, "济南市"],
    ["370400", "370000", 2, "枣庄市"],
    ["370103", "370100", 3, "市中区"],
    ["370402", "370400", 3, "市中区"],
  ].map(([code, parentCode, level, nameZh]) => ({
    code: String(code),
    parentCode: parentCode === null ? null : String(parentCode),
    level: Number(level),
    nameZh: String(nameZh),
  }));

  it.each([
    ["山东省济南市市中区", "370103"],
    ["枣庄市市中区", "370402"],
    ["山东省市中区", "370000"],
    ["济南", "370100"],
    ["吉林省长春市", "220100"],
    ["370400", "370400"],
    ["999999", null],
    ["火星", null],
  ])("%s", (text, code) => {
    expect(findRegion(regions, text)).toBe(code);
  });
});

describe("headings", () => {
  it("finds Chinese and English headings, each column once", () => {
    expect(
      guessMapping(
        ["成果编号", "成果名称", "应用领域", "成果简介", "详细介绍", "价格(万元)"],
        "ACHIEVEMENT",
      ),
    ).toEqual({
      externalId: "成果编号",
      title: "成果名称",
      applications: "应用领域",
      summary: "成果简介",
      description: "详细介绍",
      price: "价格(万元)",
    });
    expect(guessMapping(["ID", "Name", "Context", "Time"], "NEED")).toEqual({
      externalId: "ID",
      title: "Name",
      background: "Context",
      deadline: "Time",
    });
  });
});

describe("texts", () => {
  it("drops markup and control characters, keeps rare characters", () => {
    expect(cleanText("<p>钠<b>离子</b></p>\u0000\u202e&nbsp;𬭎 \ud800")).toBe("钠离子\n𬭎 \ufffd");
  });

  it("takes the first sentence by characters, not by halves of one", () => {
    expect(firstSentence("第一句。第二句。", 20)).toBe("第一句");
    expect(firstSentence("𬭎".repeat(10), 5)).toBe(`${"𬭎".repeat(4)}…`);
  });

  it("splits lists", () => {
    expect(splitList("钠电、硬碳；负极, 钠电")).toEqual(["钠电", "硬碳", "负极"]);
  });

  it("names kinds of IP", () => {
    expect(readIpKind("非专利技术")).toBe("TRADE_SECRET");
    expect(readIpKind("实用新型专利")).toBe("PATENT_UTILITY");
    expect(readIpKind("发明专利")).toBe("PATENT_INVENTION");
  });
});

describe("encoding", () => {
  const probe = (...chunks: number[][]) => {
    const one = encodingProbe();
    for (const chunk of chunks) one.feed(new Uint8Array(chunk));
    return one.end();
  };

  it("knows UTF-8 also where a chunk ends inside a character, and GB18030", () => {
    expect(probe([0xe9, 0x92], [0xa0])).toBe("utf-8");
    expect(probe([0xc4, 0xc6, 0xb5, 0xe7])).toBe("gb18030");
    expect(probe([0xe9, 0x92])).toBe("gb18030");
    expect(probe([0xff, 0xfe, 0x41, 0x00])).toBe("utf-16le");
    expect(probe([0xef, 0xbb, 0xbf, 0x41])).toBe("utf-8");
  });
});
