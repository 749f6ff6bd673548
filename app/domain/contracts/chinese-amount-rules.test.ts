import { describe, expect, it } from "vitest";
import {
  amountInFigures,
  amountInWords,
  amountText,
  readAmountInWords,
  readChineseInteger,
} from "./chinese-amount-rules";

const CASES: [yuan: string, words: string][] = [
  ["0", "零元整"],
  ["1", "壹元整"],
  ["10", "壹拾元整"],
  ["15", "壹拾伍元整"],
  ["100", "壹佰元整"],
  ["105", "壹佰零伍元整"],
  ["1010", "壹仟零壹拾元整"],
  ["10000", "壹万元整"],
  ["10005", "壹万零伍元整"],
  ["10500", "壹万零伍佰元整"],
  ["15000", "壹万伍仟元整"],
  ["100000", "壹拾万元整"],
  ["100050", "壹拾万零伍拾元整"],
  ["600000", "陆拾万元整"],
  ["1234567", "壹佰贰拾叁万肆仟伍佰陆拾柒元整"],
  ["10000000", "壹仟万元整"],
  ["100000000", "壹亿元整"],
  ["100000001", "壹亿零壹元整"],
  ["100010000", "壹亿零壹万元整"],
  ["1000500000", "壹拾亿零伍拾万元整"],
  ["120030004000", "壹仟贰佰亿叁仟万肆仟元整"],
  ["0.5", "伍角整"],
  ["0.05", "伍分"],
  ["12.34", "壹拾贰元叁角肆分"],
  ["12.04", "壹拾贰元零肆分"],
  ["12.3", "壹拾贰元叁角整"],
];

function fenOf(yuan: string): bigint {
  const [whole = "0", part = ""] = yuan.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
}

describe("amounts in words", () => {
  it.each(CASES)("%s yuan is %s", (yuan, words) => {
    expect(amountInWords(fenOf(yuan))).toBe(words);
  });

  it.each(CASES.filter(([yuan]) => !yuan.startsWith("0.")))(
    "%s yuan is read from %s",
    (yuan, words) => {
      expect(readAmountInWords(words)).toBe(fenOf(yuan));
      expect(readAmountInWords(`人民币${words}`)).toBe(fenOf(yuan));
    },
  );

  it("reads back what it writes, over many sizes", () => {
    for (let exponent = 0; exponent < 10; exponent += 1) {
      for (const factor of [1n, 7n, 11n, 101n, 1001n, 90_909n, 123_456n]) {
        const fen = factor * 10n ** BigInt(exponent) * 100n;
        expect(readAmountInWords(amountInWords(fen))).toBe(fen);
      }
    }
  });

  it("reads plain numerals and refuses what is none", () => {
    expect(readChineseInteger("六十万")).toBe(600_000n);
    expect(readChineseInteger("十二")).toBe(12n);
    expect(readChineseInteger("两百零三")).toBe(203n);
    expect(readChineseInteger("若干")).toBeNull();
    expect(readAmountInWords("若干元整")).toBeNull();
  });

  it("puts figures and words side by side", () => {
    expect(amountInFigures(60_000_000n)).toBe("600,000.00");
    expect(amountInFigures(123_456_789n)).toBe("1,234,567.89");
    expect(amountText(60_000_000n)).toBe("人民币600,000.00元（大写：人民币陆拾万元整）");
  });

  it("has no words for what is no amount", () => {
    expect(() => amountInWords(-1n)).toThrow(RangeError);
    expect(() => amountInWords(10n ** 18n)).toThrow(RangeError);
  });
});
