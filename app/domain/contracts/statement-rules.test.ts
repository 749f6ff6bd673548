import { describe, expect, it } from "vitest";
import { chineseDate, chineseNumeral, listed, percentText, sentence } from "./chinese-text-rules";
import { findAmounts, findDates, findPercents, sentenceAt, sentencesOf } from "./statement-rules";

const fen = (text: string) => findAmounts(text).map((one) => Number(one.value));

describe("values in a text", () => {
  it("reads amounts in figures, with units, full-width and in words", () => {
    expect(fen("总额60万元，首付200,000.00元")).toEqual([60_000_000, 20_000_000]);
    expect(fen("１２３．４５元")).toEqual([12_345]);
    expect(fen("1.2亿元与3千万元")).toEqual([12_000_000_000, 3_000_000_000]);
    expect(fen("人民币陆拾万元整（￥600000元）")).toEqual([60_000_000, 60_000_000]);
    expect(fen("六十万元")).toEqual([60_000_000]);
    expect(fen("若干万元、多元化、三十日、第一条")).toEqual([]);
  });

  it("reads dates in figures and words", () => {
    const dates = findDates("2026年12月1日、2026-12-31、2027/1/5、二〇二七年十一月三十日");
    expect(dates.map((one) => one.value)).toEqual([
      "2026-12-01",
      "2026-12-31",
      "2027-01-05",
      "2027-11-30",
    ]);
    expect(findDates("第2026号，12月1日")).toEqual([]);
  });

  it("reads percentages", () => {
    expect(findPercents("3.5%、５％、百分之三点五、百分之十二").map((one) => one.value)).toEqual([
      350, 500, 350, 1200,
    ]);
    expect(findPercents("万分之五")).toEqual([]);
  });

  it("finds the sentence of a place and all sentences", () => {
    const text = "甲方付款。乙方交付；验收合格\n另行约定";
    expect(sentenceAt(text, text.indexOf("交付"))).toBe("乙方交付；");
    expect(sentencesOf(text)).toEqual(["甲方付款。", "乙方交付；", "验收合格", "另行约定"]);
  });
});

describe("Chinese texts", () => {
  it("counts, dates and lists as contracts do", () => {
    expect([1, 10, 11, 20, 21, 105, 110].map(chineseNumeral)).toEqual([
      "一",
      "十",
      "十一",
      "二十",
      "二十一",
      "一百零五",
      "一百一十",
    ]);
    expect(chineseDate("2026-12-01")).toBe("2026年12月1日");
    expect(percentText(350)).toBe("3.5%");
    expect(listed(["甲。", "乙；", "丙"])).toEqual(["（一）甲；", "（二）乙；", "（三）丙。"]);
    expect([sentence("甲"), sentence("甲。"), sentence(" ")]).toEqual(["甲。", "甲。", ""]);
  });
});
