/** Money is an integer number of fen (1/100 yuan) in a bigint, never a float. */
const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * Yuan typed by a person ("1,200.50", full-width digits allowed) as fen.
 * @returns null when the text is not an amount.
 */
export function parseYuan(text: string): bigint | null {
  const clean = text.normalize("NFKC").replace(/[,\s¥元]/g, "");
  const match = YUAN.exec(clean);
  if (!match) return null;
  return BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}

/** Fen as plain yuan text for an input field ("1200.5" -> "1200.50", whole yuan without decimals). */
export function toYuanText(fen: bigint): string {
  const yuan = fen / 100n;
  const rest = fen % 100n;
  return rest === 0n ? yuan.toString() : `${yuan}.${rest.toString().padStart(2, "0")}`;
}

// Made once: a formatter costs a hundred times what one use of it does.
const CHINESE_NUMBER = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 4 });
const yuanFormat = (decimals: number) =>
  new Intl.NumberFormat("en", {
    style: "currency",
    currency: "CNY",
    maximumFractionDigits: decimals,
  });
const WHOLE_YUAN = yuanFormat(0);
const YUAN_AND_FEN = yuanFormat(2);

/** Fen for people: 万元 and 亿元 in Chinese, CNY with thousands separators in English. */
export function formatFen(fen: bigint, locale: string): string {
  if (!locale.startsWith("zh")) {
    const format = fen % 100n === 0n ? WHOLE_YUAN : YUAN_AND_FEN;
    return format.format(Number(fen) / 100);
  }
  const plain = (value: number, unit: string) => `${CHINESE_NUMBER.format(value)} ${unit}`;
  const yuan = Number(fen) / 100;
  if (yuan >= 100_000_000) return plain(yuan / 100_000_000, "亿元");
  if (yuan >= 10_000) return plain(yuan / 10_000, "万元");
  return plain(yuan, "元");
}
