const NUMERALS = "零一二三四五六七八九";

/** 1 … 9999 as a plain Chinese numeral: 12 → 十二, 105 → 一百零五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    throw new RangeError(`${value} has no numeral here`);
  }
  const places = ["", "十", "百", "千"];
  const digits = [...String(value)].map(Number);
  let words = "";
  let zero = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      zero = words !== "";
      return;
    }
    if (zero) words += "零";
    zero = false;
    words += NUMERALS.charAt(digit) + (places[digits.length - 1 - index] ?? "");
  });
  return words.replace(/^一十/, "十");
}

/** A calendar date (YYYY-MM-DD) as contracts write it: 2026年12月1日. */
export function chineseDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Basis points as a percentage: 350 → 3.5%. */
export function percentText(bp: number): string {
  return `${bp / 100}%`;
}

/** Items of a list inside a clause: （一）…；（二）…。 One line each. */
export function listed(items: readonly string[]): string[] {
  return items.map((item, index) => {
    const text = item.trim().replace(/[。；;]+$/, "");
    return `（${chineseNumeral(index + 1)}）${text}${index === items.length - 1 ? "。" : "；"}`;
  });
}

/** A sentence with exactly one full stop at its end; lines of a text stay apart. */
export function sentence(text: string): string {
  const clean = text.trim();
  return /[。！？；：.!?;:]$/.test(clean) || clean === "" ? clean : `${clean}。`;
}

/** What a side has still to write; such a mark keeps a draft from being finalised. */
export function blank(what: string): string {
  return `【待填写：${what}】`;
}

/** The text, or a blank to be filled in. */
export function filled(text: string, what: string): string {
  return text.trim() === "" ? blank(what) : text.trim();
}
