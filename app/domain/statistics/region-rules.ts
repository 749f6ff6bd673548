/** City of a division code (GB/T 2260): its first four digits; a province stands for itself. */
export function cityCode(regionCode: string): string {
  return `${regionCode.slice(0, 4)}00`;
}
