/**
 * Whether a six-digit division code (GB/T 2260) lies in the subtree of another: 370000 covers all
 * of Shandong, 370100 all of Jinan, 370102 itself. Null covers everything.
 */
export function coversRegion(office: string | null, region: string | null): boolean {
  if (office === null) return true;
  if (region === null) return false;
  return region.startsWith(regionPrefix(office));
}

/** Leading digits shared by every division below the given one. */
export function regionPrefix(code: string): string {
  if (code.endsWith("0000")) return code.slice(0, 2);
  if (code.endsWith("00")) return code.slice(0, 4);
  return code;
}
