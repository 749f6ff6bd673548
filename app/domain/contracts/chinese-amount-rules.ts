const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];

/** Four digits as words, without leading zeros: 1005 → 壹仟零伍. */
function groupInWords(group: number): string {
  const digits = [...String(group)].map(Number);
  let words = "";
  let zero = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      zero = words !== "";
      return;
    }
    if (zero) words += "零";
    zero = false;
    words += DIGITS.charAt(digit) + (PLACES[digits.length - 1 - index] ?? "");
  });
  return words;
}

/** Above zero: groups of 万, then of 亿; a gap in the figures is read as one 零 (10 0005: 拾万零伍). */
function integerInWords(value: bigint): string {
  for (const [size, unit] of [
    [100_000_000n, "亿"],
    [10_000n, "万"],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0n && rest < size / 10n ? "零" : "";
    return integerInWords(value / size) + unit + gap + integerInWords(rest);
  }
  return groupInWords(Number(value));
}

/**
 * An amount as it is written on bills and in contracts: 60000000 fen → 陆拾万元整.
 * @param fen not negative, below 10^18 @throws RangeError otherwise
 */
export function amountInWords(fen: bigint): string {
  if (fen < 0n || fen >= 10n ** 18n) throw new RangeError("the amount has no words");
  const yuan = fen / 100n;
  const jiao = Number((fen % 100n) / 10n);
  const cent = Number(fen % 10n);
  let words = integerInWords(yuan);
  if (words !== "") words += "元";
  if (jiao === 0 && cent === 0) return `${words || "零元"}整`;
  if (jiao > 0) words += `${DIGITS.charAt(jiao)}角`;
  else if (words !== "") words += "零";
  if (cent > 0) return `${words}${DIGITS.charAt(cent)}分`;
  return `${words}整`;
}

const VALUES: Record<string, bigint> = {};
for (const [index, digit] of [...DIGITS].entries()) VALUES[digit] = BigInt(index);
for (const [index, digit] of [..."〇一二三四五六七八九"].entries()) VALUES[digit] = BigInt(index);
Object.assign(VALUES, { 两: 2n, 貳: 2n, 參: 3n, 陸: 6n, 弍: 2n });
const UNITS: Record<string, bigint> = {
  拾: 10n,
  十: 10n,
  佰: 100n,
  百: 100n,
  仟: 1000n,
  千: 1000n,
};

/** A whole number in Chinese words (formal or plain); null when the text is none. */
export function readChineseInteger(text: string): bigint | null {
  if (text === "") return null;
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  for (const mark of text) {
    const value = VALUES[mark];
    const unit = UNITS[mark];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      section += (digit ?? 1n) * unit;
      digit = null;
    } else if (mark === "万" || mark === "萬") {
      total += (section + (digit ?? 0n)) * 10_000n;
      section = 0n;
      digit = null;
    } else if (mark === "亿" || mark === "億") {
      total = (total + section + (digit ?? 0n)) * 100_000_000n;
      section = 0n;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0n);
}

const WORDS =
  /^(?:人民币)?([^元圆]*)[元圆](?:([零〇壹贰叁肆伍陆柒捌玖])角?)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?[整正]?$/;

/** The fen of an amount in words (陆拾万元整); null when the text is none. */
export function readAmountInWords(text: string): bigint | null {
  const match = WORDS.exec(text.trim());
  if (!match) return null;
  const yuan = readChineseInteger(match[1] ?? "");
  if (yuan === null) return null;
  const jiao = VALUES[match[2] ?? "零"] ?? 0n;
  const cent = VALUES[match[3] ?? "零"] ?? 0n;
  return yuan * 100n + jiao * 10n + cent;
}

/** 600000 yuan → 600,000.00: figures with thousands separators and two decimals. */
export function amountInFigures(fen: bigint): string {
  const yuan = (fen / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${yuan}.${(fen % 100n).toString().padStart(2, "0")}`;
}

/** Figures and words together: 人民币600,000.00元（大写：人民币陆拾万元整）. */
export function amountText(fen: bigint): string {
  return `人民币${amountInFigures(fen)}元（大写：人民币${amountInWords(fen)}）`;
}
