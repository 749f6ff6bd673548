/** Number printed on a licence: the year of its confirmation and its own number. */
export function licenceNumber(row: { number: number; createdAt: Date }): string {
  const year = row.createdAt.toLocaleDateString("en-CA", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
  });
  return `XK-${year}-${String(row.number).padStart(6, "0")}`;
}
