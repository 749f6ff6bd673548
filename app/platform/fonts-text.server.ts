import fs from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

export type FontWeight = "regular" | "bold";

const require = createRequire(import.meta.url);
const FILES: Record<FontWeight, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

const contents = new Map<FontWeight, Buffer>();

function contentOf(weight: FontWeight): Buffer {
  const read = contents.get(weight) ?? fs.readFileSync(require.resolve(FILES[weight]));
  contents.set(weight, read);
  return read;
}

/** One glyph per code point: what was measured is what is drawn, and no ligature hides a letter. */
function setPlain(font: Font): Font {
  const layout: Font["layout"] = (text) => {
    const glyphs = Array.from(text, (character) =>
      font.glyphForCodePoint(character.codePointAt(0) ?? 0),
    );
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
  };
  return Object.create(font, { layout: { value: layout } }) as Font;
}

/**
 * Noto Sans SC for one document. A font object remembers for which character it first showed a
 * glyph, and that ends up in the file: one object per document keeps its bytes independent of the
 * documents before it. Opening takes a few milliseconds; the file content is kept.
 */
export function openTextFont(weight: FontWeight): Font {
  return setPlain(create(contentOf(weight)));
}

const measuring = new Map<FontWeight, { font: Font; advances: Map<number, number | null> }>();

/** Advance of a character in 1/1000 em; null when Noto Sans SC has no glyph for it. */
export function advanceOf(codePoint: number, weight: FontWeight): number | null {
  let entry = measuring.get(weight);
  if (!entry) {
    entry = { font: create(contentOf(weight)), advances: new Map() };
    measuring.set(weight, entry);
  }
  const known = entry.advances.get(codePoint);
  if (known !== undefined) return known;
  const { font } = entry;
  const advance = font.hasGlyphForCodePoint(codePoint)
    ? (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm
    : null;
  entry.advances.set(codePoint, advance);
  return advance;
}
