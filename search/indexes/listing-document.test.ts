import { describe, expect, it } from "vitest";
import { buildReferences } from "../sync/references";
import { type AchievementRow, achievementDocument } from "./achievements";
import { fallbackText, isPublicSection, priceBandOf } from "./listing-document";
import { type NeedRow, needDocument } from "./needs";

const references = buildReferences(
  [
    { code: "370000", parentCode: null, nameZh: "山东省", nameEn: "Shandong" },
    { code: "370100", parentCode: "370000", nameZh: "济南市", nameEn: "Jinan" },
    { code: "370102", parentCode: "370100", nameZh: "历下区", nameEn: "Lixia" },
  ],
  [
    { list: "fields", code: "4", parentCode: null, nameZh: "新材料", nameEn: "New materials" },
    { list: "fields", code: "4.1", parentCode: "4", nameZh: "金属材料", nameEn: "Metals" },
  ],
);

const organisation = {
  id: "o-1",
  legalName: "泉城大学",
  englishName: null,
  kind: "UNIVERSITY",
  state: "VERIFIED",
};

const achievement: AchievementRow = {
  id: "a-1",
  number: 1,
  title: "鈉離子電池正极",
  titleEn: "",
  summary: "一句话价值",
  description: "秘密的工艺",
  advantages: [{ claim: "容量", figure: "160", unit: "mAh/g" }],
  applications: "储能",
  cooperationNote: "",
  keywords: ["层状氧化物"],
  fieldCodes: ["4.1"],
  industryCodes: [],
  regionCode: "370102",
  modes: ["LICENCE"],
  priceKind: "RANGE",
  priceMinFen: 10_000_000n,
  priceMaxFen: 60_000_000n,
  trlDeclared: 6,
  trlVerified: null,
  isBlinded: false,
  sectionVisibility: {},
  publishedAt: new Date("2026-11-01T00:00:00Z"),
  expiresAt: new Date("2027-11-01T00:00:00Z"),
  ipRights: [{ kind: "INVENTION_PATENT", title: "一种正极" }],
  organisation,
};

describe("achievementDocument", () => {
  it("writes ancestors, region levels, spaced and pinyin titles", () => {
    const document = achievementDocument(achievement, references);
    expect(document).toMatchObject({
      titleFolded: "钠离子电池正极",
      titleSpaced: "钠 离 子 电 池 正 极",
      fields: ["4", "4.1"],
      labels: ["金属材料", "Metals"],
      province: "370000",
      city: "370100",
      district: "370102",
      priceBand: "FROM_500K",
      priceSortFen: 10_000_000,
      organisationName: "泉城大学",
      ipKinds: ["INVENTION_PATENT"],
      trl: 6,
      trlVerified: false,
    });
    expect(document.body).toContain("秘密的工艺");
  });

  it("never holds what is not public", () => {
    const document = achievementDocument(
      {
        ...achievement,
        isBlinded: true,
        sectionVisibility: {
          description: "NDA",
          price: "SIGNED_IN",
          ip: "NAMED",
          advantages: "NDA",
        },
      },
      references,
    );
    const everything = `${JSON.stringify(document)} ${fallbackText(document)}`;
    for (const secret of ["泉城大学", "o-1", "秘密的工艺", "mAh", "一种正极", "INVENTION_PATENT"]) {
      expect(everything).not.toContain(secret);
    }
    expect(document).toMatchObject({
      priceKind: "NEGOTIABLE",
      priceMinFen: null,
      priceMaxFen: null,
      priceBand: "NEGOTIABLE",
      priceSortFen: null,
    });
  });

  it("has a checksum that follows the content only", () => {
    const one = achievementDocument(achievement, references);
    expect(achievementDocument({ ...achievement }, references).checksum).toBe(one.checksum);
    const other = achievementDocument({ ...achievement, summary: "别的" }, references);
    expect(other.checksum).not.toBe(one.checksum);
  });
});

it("closes a need at its deadline or expiry, whichever comes first", () => {
  const { priceKind, priceMinFen, priceMaxFen, trlDeclared, trlVerified, ...rest } = achievement;
  const need: NeedRow = {
    ...rest,
    background: "背景",
    constraints: "",
    budgetKind: priceKind,
    budgetMinFen: priceMinFen,
    budgetMaxFen: priceMaxFen,
    trlWanted: trlVerified ?? trlDeclared,
    deadlineOn: new Date("2026-12-31T00:00:00Z"),
    isOpenChallenge: true,
    targets: [{ name: "容量", value: "160", unit: "mAh/g", testMethod: "" }],
  };
  const document = needDocument(need, references);
  expect(document.closesAt).toBe(Date.parse("2026-12-31T00:00:00Z"));
  expect(document.body).toContain("160");
  const hidden = needDocument({ ...need, sectionVisibility: { targets: "NDA" } }, references);
  expect(hidden.body).not.toContain("160");
});

it("puts prices into bands by their upper bound", () => {
  expect(priceBandOf("FIXED", 9_999_999, null)).toBe("UNDER_100K");
  expect(priceBandOf("RANGE", 1, 10_000_000)).toBe("FROM_100K");
  expect(priceBandOf("FIXED", 500_000_000, 500_000_000)).toBe("FROM_5M");
  expect(priceBandOf("ROYALTY", null, null)).toBe("ROYALTY");
  expect(priceBandOf("FIXED", null, null)).toBe("NEGOTIABLE");
});

it("hides a section on any value but PUBLIC", () => {
  expect(isPublicSection({}, "ip")).toBe(true);
  expect(isPublicSection(null, "ip")).toBe(true);
  expect(isPublicSection({ ip: "PUBLIC" }, "ip")).toBe(true);
  expect(isPublicSection({ ip: "public" }, "ip")).toBe(false);
  expect(isPublicSection("NDA", "ip")).toBe(false);
});
