/**
 * Length of a text as people and the database count it: Unicode code points, so that 𬭎 or an emoji
 * is one. Line ends count once: forms submit CRLF, the page shows LF.
 */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text.replace(/\r\n/g, "\n")) count += 1;
  return count;
}
