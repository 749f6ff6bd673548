/** Length of the pieces that are compared, in characters: long enough not to be a stock phrase. */
const PIECE = 6;
/** With fewer pieces than this on either side an overlap says nothing. */
const LEAST_PIECES = 40;

/**
 * How much of the shorter of two texts stands literally in the other, 0 to 1, whatever the order of its
 * sentences. Give folded texts; what is no letter or figure does not count. 0 for short texts.
 */
export function textOverlap(a: string, b: string): number {
  const [shorter, longer] = [piecesOf(a), piecesOf(b)].sort((x, y) => x.size - y.size);
  if (!shorter || !longer || shorter.size < LEAST_PIECES) return 0;
  let shared = 0;
  for (const piece of shorter) if (longer.has(piece)) shared += 1;
  return shared / shorter.size;
}

function piecesOf(text: string): Set<string> {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= plain.length; at += 1) pieces.add(plain.slice(at, at + PIECE));
  return pieces;
}
