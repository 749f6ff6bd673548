export interface YuanReading {
  /** Amount in the larger unit, at most four decimals. */
  amount: string;
  unit: "wan" | "yi";
}

/**
 * Reads a typed yuan amount in 万 or 亿, the way a Chinese reader checks zeros.
 * Accepts full-width digits and thousands separators; null where it is no plain amount or below 1 万.
 */
export function readYuan(typed: string): YuanReading | null {
  const plain = typed.normalize("NFKC").replace(/[,\s¥]/g, "");
  if (!/^\d{1,15}(\.\d{1,2})?$/.test(plain)) return null;
  const yuan = Number(plain);
  if (yuan < 10_000) return null;
  const unit = yuan >= 100_000_000 ? "yi" : "wan";
  const scaled = yuan / (unit === "yi" ? 100_000_000 : 10_000);
  return { amount: String(Number(scaled.toFixed(4))), unit };
}
