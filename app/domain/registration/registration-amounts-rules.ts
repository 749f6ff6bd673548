/** What a decision states, in fen. */
export type DecidedAmounts = { totalFen: bigint; technicalFen: bigint; approvedIncomeFen: bigint };

const read = (value: unknown) =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? BigInt(value) : null;

/** Amounts of a move's input, where money is a decimal text of fen; null when one is no amount. */
export function readDecidedAmounts(input: {
  readonly [name: string]: unknown;
}): DecidedAmounts | null {
  const totalFen = read(input.totalFen);
  const technicalFen = read(input.technicalFen);
  const approvedIncomeFen = read(input.approvedIncomeFen);
  if (totalFen === null || technicalFen === null || approvedIncomeFen === null) return null;
  return { totalFen, technicalFen, approvedIncomeFen };
}

/** 0 < technical <= total and approved <= technical (rules 51–53 of 2001). */
export function areAmountsValid(amounts: DecidedAmounts): boolean {
  const { totalFen, technicalFen, approvedIncomeFen } = amounts;
  return technicalFen > 0n && technicalFen <= totalFen && approvedIncomeFen <= technicalFen;
}
