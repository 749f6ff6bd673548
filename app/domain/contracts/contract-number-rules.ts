/** Number of a contract as people read it: HT2026-000012, supplements with a B. */
export function contractNumber(contract: {
  number: number;
  kind: string;
  createdAt: Date;
}): string {
  const year = contract.createdAt.toISOString().slice(0, 4);
  const prefix = contract.kind === "SUPPLEMENT" ? "HTB" : "HT";
  return `${prefix}${year}-${String(contract.number).padStart(6, "0")}`;
}
