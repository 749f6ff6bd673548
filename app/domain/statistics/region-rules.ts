/** City of a division code (GB/T 2260): its first four digits; a province stands for itself. */
export function cityCode(regionCode: string): string {
  return `${regionCode.slice(0, 4)}00`;
}

/** Province of a division code. */
export function provinceCode(regionCode: string): string {
  return `${regionCode.slice(0, 2)}0000`;
}
