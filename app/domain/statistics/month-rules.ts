/** The last `count` calendar months up to and with the month of a date (YYYY-MM-DD), oldest first. */
export function lastMonths(date: string, count: number): string[] {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const serial = year * 12 + (month - 1) - (count - 1 - index);
    return `${Math.floor(serial / 12)}-${String((serial % 12) + 1).padStart(2, "0")}`;
  });
}
