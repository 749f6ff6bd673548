export type ReadPrice = {
  kind: "NEGOTIABLE" | "FIXED" | "RANGE" | "ROYALTY";
  minFen: bigint | null;
  maxFen: bigint | null;
  royaltyRateBp: number | null;
  /** The text had a number but no unit; it was taken as yuan or as the unit of the heading. */
  isUnitAssumed: boolean;
};

const NEGOTIABLE: ReadPrice = {
  kind: "NEGOTIABLE",
  minFen: null,
  maxFen: null,
  royaltyRateBp: null,
  isUnitAssumed: false,
};

const UNITS: Record<string, bigint> = {
  亿元: 10_000_000_000n,
  亿: 10_000_000_000n,
  千万元: 1_000_000_000n,
  千万: 1_000_000_000n,
  百万元: 100_000_000n,
  百万: 100_000_000n,
  万元: 1_000_000n,
  万: 1_000_000n,
  w: 1_000_000n,
  元: 100n,
  yuan: 100n,
  rmb: 100n,
  cny: 100n,
};

const AMOUNT =
  /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(亿元|亿|千万元|千万|百万元|百万|万元|万|w|元|yuan|rmb|cny)?/giu;

function toFen(whole: string, decimals: string, unit: bigint): bigint {
  const digits = decimals.slice(0, 8);
  const scale = 10n ** BigInt(digits.length);
  return (BigInt(whole.replaceAll(",", "") + digits) * unit) / scale;
}

/**
 * A price in a portal's words: "面议", "100万元", "30.0万元-100.0万元", "50-100万", "≥20万元",
 * "销售额3%提成". Amounts in fen.
 * @param headingUnit unit named by the column's heading, such as "价格（万元）"
 * @returns null if the text is no price
 */
export function readPrice(
  text: string,
  headingUnit: "元" | "万元" | null = null,
): ReadPrice | null {
  const clean = text.normalize("NFKC").trim().toLowerCase();
  if (!clean || /^[-—/无]+$/.test(clean)) return NEGOTIABLE;
  const percent = /(\d{1,2}(?:\.\d{1,2})?)\s*%/.exec(clean);
  if (percent && /提成|销售|利润|产值|royalt|许可费/.test(clean)) {
    const bp = Math.round(Number(percent[1]) * 100);
    return bp >= 1 && bp <= 10_000 ? { ...NEGOTIABLE, kind: "ROYALTY", royaltyRateBp: bp } : null;
  }
  const amounts = [...clean.replace(/~|～|至|到|—|–/g, "-").matchAll(AMOUNT)].slice(0, 2);
  if (amounts.length === 0) {
    return /面议|协商|商议|洽谈|待定|电议|详谈|negotia/.test(clean) ? NEGOTIABLE : null;
  }
  const lastUnit = amounts.at(-1)?.[3] ?? headingUnit;
  const fen = amounts.map((match) =>
    toFen(match[1] ?? "0", match[2] ?? "", UNITS[match[3] ?? lastUnit ?? "元"] ?? 100n),
  );
  const [first, second] = fen;
  if (first === undefined || fen.some((one) => one > 100_000_000_000_000n)) return null;
  const isUnitAssumed = lastUnit === null;
  if (second !== undefined) {
    if (second < first) return null;
    return { kind: "RANGE", minFen: first, maxFen: second, royaltyRateBp: null, isUnitAssumed };
  }
  if (/≥|>=|>|以上|不低于|起/.test(clean)) {
    return { kind: "RANGE", minFen: first, maxFen: null, royaltyRateBp: null, isUnitAssumed };
  }
  if (/≤|<=|<|以下|以内|不超过|不高于/.test(clean)) {
    return { kind: "RANGE", minFen: 0n, maxFen: first, royaltyRateBp: null, isUnitAssumed };
  }
  return { kind: "FIXED", minFen: first, maxFen: first, royaltyRateBp: null, isUnitAssumed };
}

/** Unit that a heading names in words: "转让价格（万元）". */
export function unitOfHeading(heading: string): "元" | "万元" | null {
  if (/万/.test(heading)) return "万元";
  return /元/.test(heading) ? "元" : null;
}
