/**
 * Shade of a count among `steps` shades: 0 for nothing, the last for the largest. Square root, so
 * that one full city does not turn all others pale.
 */
export function shadeOf(count: number, largest: number, steps: number): number {
  if (count <= 0 || largest <= 0) return 0;
  const share = Math.sqrt(Math.min(count, largest) / largest);
  return Math.min(steps - 1, Math.max(1, Math.round(share * (steps - 1))));
}
