/**
 * Where a line of Chinese, Latin or mixed text may end. Source: GB/T 15834-2011 5.1 (what may not
 * begin or end a line) and the W3C note Requirements for Chinese Text Layout, 3.1.3.
 */
const NOT_AT_START = new Set(
  "、。，．：；？！’”）〕］｝〉》」』】〗〙〛·‧•…—～〜‰％℃°,.:;?!)]}%‐–ー々",
);
const NOT_AT_END = new Set("‘“（〔［｛〈《「『【〖〘〚([{￥¥＄$£€№§#＃@");
/** Pairs that are one sign: ——, ……. */
const TWINS = new Set("—…─");
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;

const isSpace = (sign: string) => sign === " " || sign === "\u3000";
/** After these a long Latin run (an address, a file name) may go on in the next line. */
const SOFT_END = new Set("/-_\\&=?");

/** May a line end between these two signs that stand side by side? */
export function mayBreakBetween(before: string, after: string): boolean {
  if (before === "\u200b") return true;
  if (isSpace(after)) return false;
  if (NOT_AT_START.has(after)) return false;
  if (NOT_AT_END.has(before)) return false;
  if (TWINS.has(before) && before === after) return false;
  if (isSpace(before)) return true;
  if (WIDE.test(before) || WIDE.test(after)) return true;
  if (NOT_AT_START.has(before) && !/[.,:;'’%)\]}·°–‐-]/.test(before)) return true;
  return SOFT_END.has(before) && /[A-Za-z0-9]/.test(after);
}

/** Cuts signs (one string each) into pieces between which a line may end. */
export function breakablePieces<T extends { sign: string }>(signs: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let piece: T[] = [];
  for (const sign of signs) {
    const before = piece.at(-1);
    if (before && mayBreakBetween(before.sign, sign.sign)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(sign);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
