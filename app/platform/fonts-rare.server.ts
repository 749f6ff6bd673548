import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { create } from "fontkit";

/** The outline of one character, in units of 1/1000 em, y upwards, origin on the baseline. */
export interface RareGlyph {
  /** SVG path data. */
  outline: string;
  advance: number;
  /** Factor from the units of `outline` to 1/1000 em. */
  scale: number;
}

interface FontBlock {
  file: string;
  ranges: [from: number, to: number][];
}

const require = createRequire(import.meta.url);
const folder = () => path.dirname(require.resolve("hanamin/package.json"));

/** Characters of private use mean what their author agreed on: another font's glyph would be a lie. */
function isPrivateUse(codePoint: number): boolean {
  return (
    (codePoint >= 0xe000 && codePoint <= 0xf8ff) || (codePoint >= 0xf0000 && codePoint <= 0x10ffff)
  );
}

/** Reads `unicode-range` of the font's style sheet: which of its files holds which characters. */
export function readFontBlocks(styleSheet: string): FontBlock[] {
  const faces = styleSheet.matchAll(/url\(([\w.-]+\.woff2)\)[^}]*?unicode-range:\s*([^;]+);/g);
  return Array.from(faces, ([, file = "", list = ""]) => ({
    file,
    ranges: Array.from(
      list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi),
      ([, from = "", to = from]): [number, number] => [
        Number.parseInt(from, 16),
        Number.parseInt(to, 16),
      ],
    ),
  }));
}

let blocks: FontBlock[] | undefined;
const known = new Map<number, RareGlyph | null>();

function readGlyph(codePoint: number): RareGlyph | null {
  blocks ??= readFontBlocks(fs.readFileSync(path.join(folder(), "HanaMin.css"), "utf8"));
  const block = blocks.find(({ ranges }) =>
    ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
  );
  if (!block) return null;
  const font = create(fs.readFileSync(path.join(folder(), block.file)));
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  const glyph = font.glyphForCodePoint(codePoint);
  const scale = 1000 / font.unitsPerEm;
  return { outline: glyph.path.toSVG(), advance: glyph.advanceWidth * scale, scale };
}

/**
 * The outline of a character that the text font lacks, from the HanaMin fonts (some 90,000 Chinese
 * characters), or null when they lack it too. The files are WOFF2, whose glyph tables cannot be cut
 * down to a PDF subset; a page draws the outline and carries the character beside it.
 */
export function findRareGlyph(codePoint: number): RareGlyph | null {
  if (isPrivateUse(codePoint)) return null;
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const glyph = readGlyph(codePoint);
  known.set(codePoint, glyph);
  return glyph;
}
