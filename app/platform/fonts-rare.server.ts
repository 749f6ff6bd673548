import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { create, type Font, type Glyph } from "fontkit";
import {
  ASCENT,
  DESCENT,
  encodeFontFile,
  type OutlineGlyph,
  type OutlinePoint,
  UNITS_PER_EM,
} from "./fonts-rare-file.server";

interface FontBlock {
  file: string;
  ranges: [from: number, to: number][];
}

const require = createRequire(import.meta.url);
const folder = () => path.dirname(require.resolve("hanamin/package.json"));

/** Characters of private use mean what their author agreed on: another font's glyph would be a lie. */
function isPrivateUse(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;
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

function outlineOf(glyph: Glyph): OutlineGlyph {
  const contours: OutlinePoint[][] = [];
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    const contour = contours.at(-1);
    if (command === "moveTo") contours.push([{ x: a, y: b, onCurve: true }]);
    else if (command === "lineTo") contour?.push({ x: a, y: b, onCurve: true });
    else if (command === "quadraticCurveTo") {
      contour?.push({ x: a, y: b, onCurve: false }, { x: c, y: d, onCurve: true });
    }
  }
  return { contours, advance: glyph.advanceWidth };
}

let blocks: FontBlock[] | undefined;
const known = new Map<number, OutlineGlyph | null>();

function readGlyph(codePoint: number): OutlineGlyph | null {
  blocks ??= readFontBlocks(fs.readFileSync(path.join(folder(), "HanaMin.css"), "utf8"));
  const block = blocks.find(({ ranges }) =>
    ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
  );
  if (!block) return null;
  const font = create(fs.readFileSync(path.join(folder(), block.file)));
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  return outlineOf(font.glyphForCodePoint(codePoint));
}

/** A character's glyph in the HanaMin fonts (some 90,000 Chinese characters), null without one. */
function findRareGlyph(codePoint: number): OutlineGlyph | null {
  if (isPrivateUse(codePoint)) return null;
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const glyph = readGlyph(codePoint);
  known.set(codePoint, glyph);
  return glyph;
}

/** Advance in 1/1000 em of a character that the text font lacks; null when no font has it. */
export function rareAdvanceOf(codePoint: number): number | null {
  const glyph = findRareGlyph(codePoint);
  return glyph ? (glyph.advance * 1000) / UNITS_PER_EM : null;
}

const NOTHING: OutlineGlyph = { contours: [], advance: UNITS_PER_EM };

/** Collects the glyphs that a document uses and writes them as a font file of its own. */
function createSubset() {
  const codePoints = [0];
  return {
    includeGlyph(codePoint: number): number {
      const at = codePoints.indexOf(codePoint);
      return at >= 0 ? at : codePoints.push(codePoint) - 1;
    },
    encode: () => encodeFontFile(codePoints.map((one) => findRareGlyph(one) ?? NOTHING)),
  };
}

/**
 * The rare characters as one font for one document. HanaMin comes as some 200 WOFF2 files, which
 * pdfkit cannot cut down; this object gives pdfkit what it asks of a font, glyphs from any of them.
 */
export function openRareFont(): Font {
  const glyphOf = (codePoint: number) => ({
    id: codePoint,
    advanceWidth: (findRareGlyph(codePoint) ?? NOTHING).advance,
    codePoints: [codePoint],
    path: { commands: [] },
  });
  return {
    postscriptName: "HanaMin",
    unitsPerEm: UNITS_PER_EM,
    ascent: ASCENT,
    descent: DESCENT,
    lineGap: 0,
    xHeight: 0,
    capHeight: ASCENT,
    italicAngle: 0,
    bbox: { minX: 0, minY: DESCENT, maxX: UNITS_PER_EM, maxY: ASCENT },
    post: { isFixedPitch: false },
    head: { macStyle: { italic: false } },
    createSubset,
    getGlyph: glyphOf,
    hasGlyphForCodePoint: (codePoint) => findRareGlyph(codePoint) !== null,
    glyphForCodePoint: glyphOf,
    layout(text) {
      const glyphs = Array.from(text, (character) => glyphOf(character.codePointAt(0) ?? 0));
      const positions = glyphs.map((glyph) => ({
        xAdvance: glyph.advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
      }));
      return {
        glyphs,
        positions,
        advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
      };
    },
  };
}
