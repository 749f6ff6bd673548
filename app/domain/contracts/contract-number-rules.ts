/** Number of a contract as documents and /verify print it: HT-000012. */
export function contractNumber(number: number): string {
  return `HT-${String(number).padStart(6, "0")}`;
}
