import { readAmountInWords, readChineseInteger } from "./chinese-amount-rules";

/** A value found in a text, with its place. */
export type Statement<T> = { value: T; text: string; from: number; to: number };

const WIDE = /[０-９．，％]/g;

/** Full-width digits, stops and signs as ASCII of the same length, so that places stay the same. */
export function narrow(text: string): string {
  return text.replace(WIDE, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

const SCALES: Record<string, number> = {
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const FIGURES = /(\d[\d,]*(?:\.\d+)?)\s*(千万|百万|十万|亿|万|千)?\s*元/g;
const NUMERAL = "零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万亿";
const IN_WORDS = new RegExp(
  `[${NUMERAL}]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]角?)?(?:[壹贰叁肆伍陆柒捌玖]分)?[整正]?`,
  "g",
);

/** Amounts of money in figures (60万元, 600,000.00元) and in words (陆拾万元整), in fen. */
export function findAmounts(source: string): Statement<bigint>[] {
  const text = narrow(source);
  const found: Statement<bigint>[] = [];
  for (const match of text.matchAll(FIGURES)) {
    const number = Number((match[1] ?? "").replaceAll(",", ""));
    const value = BigInt(Math.round(number * (SCALES[match[2] ?? ""] ?? 1) * 100));
    const from = match.index;
    found.push({ value, text: match[0], from, to: from + match[0].length });
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const from = match.index;
    // "60万元" has been read as figures; its 万元 is no amount of its own.
    if (/[\d.]\s*$/.test(text.slice(0, from))) continue;
    const value = readAmountInWords(match[0]);
    if (value === null || value === 0n) continue;
    found.push({ value, text: match[0], from, to: from + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

const DATE = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/g;
const DATE_WORDS =
  /([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;

function yearOf(words: string): string {
  return [...words].map((mark) => String(readChineseInteger(mark) ?? 0n)).join("");
}

/** Calendar dates (YYYY-MM-DD) written in figures or in words. */
export function findDates(source: string): Statement<string>[] {
  const text = narrow(source);
  const found: Statement<string>[] = [];
  const add = (match: RegExpExecArray, year: string, month: string, day: string) => {
    const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    found.push({ value, text: match[0], from: match.index, to: match.index + match[0].length });
  };
  for (const match of text.matchAll(DATE))
    add(match, match[1] ?? "", match[2] ?? "", match[3] ?? "");
  for (const match of text.matchAll(DATE_WORDS)) {
    const number = (words = "") => String(readChineseInteger(words) ?? 0n);
    add(match, yearOf(match[1] ?? ""), number(match[2]), number(match[3]));
  }
  return found.sort((a, b) => a.from - b.from);
}

const PERCENT = /(\d+(?:\.\d+)?)\s*%|百分之([零〇一二三四五六七八九十百点]+)/g;

/** Percentages (3.5%, 百分之三点五) in basis points. */
export function findPercents(source: string): Statement<number>[] {
  const text = narrow(source);
  return [...text.matchAll(PERCENT)].flatMap((match) => {
    const value = match[1] ? Number(match[1]) : percentOfWords(match[2] ?? "");
    if (value === null) return [];
    const from = match.index;
    return [{ value: Math.round(value * 100), text: match[0], from, to: from + match[0].length }];
  });
}

function percentOfWords(words: string): number | null {
  const [whole = "", part = ""] = words.split("点");
  const value = readChineseInteger(whole);
  if (value === null) return null;
  return Number(value) + (part ? Number(`0.${yearOf(part)}`) : 0);
}

/** The sentence around a place; line ends and 。；！？ part sentences. */
export function sentenceAt(text: string, at: number): string {
  const isEnd = (mark: string) => "。；！？;\n".includes(mark);
  let from = at;
  while (from > 0 && !isEnd(text.charAt(from - 1))) from -= 1;
  let to = at;
  while (to < text.length && !isEnd(text.charAt(to))) to += 1;
  return text.slice(from, to + 1).trim();
}

/** All sentences of a text. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。；！？;\n]+[。；！？;]?/g) ?? [])
    .map((one) => one.trim())
    .filter(Boolean);
}
