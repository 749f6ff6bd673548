/** Page numbers to offer: first, last, and two on each side of the current one; null is a gap. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const wanted = [1, last, ...[-2, -1, 0, 1, 2].map((step) => current + step)];
  const pages = [...new Set(wanted)]
    .filter((page) => page >= 1 && page <= last)
    .sort((a, b) => a - b);
  const numbers: (number | null)[] = [];
  for (const page of pages) {
    const previous = numbers[numbers.length - 1];
    if (typeof previous === "number" && page - previous > 1) numbers.push(null);
    numbers.push(page);
  }
  return numbers;
}
