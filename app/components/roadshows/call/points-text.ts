/** Hundredths of a point as people write points: 8734 is "87.34". */
export function pointsText(hundredths: number | null): string {
  return hundredths === null ? "—" : (hundredths / 100).toFixed(2);
}
