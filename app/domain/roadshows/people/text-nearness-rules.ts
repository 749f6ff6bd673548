const LETTERS = /[\p{Script=Han}]|[a-z0-9]+/gu;

/** Pairs of Chinese characters and whole words of other scripts. */
function pieces(text: string): Set<string> {
  const found = new Set<string>();
  let before = "";
  for (const [unit] of text.normalize("NFKC").toLowerCase().matchAll(LETTERS)) {
    const isHan = /\p{Script=Han}/u.test(unit);
    if (isHan && before) found.add(before + unit);
    if (!isHan && unit.length > 1) found.add(unit);
    before = isHan ? unit : "";
  }
  return found;
}

/** How much two texts share, 0 to 1 (cosine of their pieces): stands in while the search engine is away. */
export function textNearness(a: string, b: string): number {
  const [one, other] = [pieces(a), pieces(b)];
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const piece of one) if (other.has(piece)) shared += 1;
  return shared / Math.sqrt(one.size * other.size);
}
