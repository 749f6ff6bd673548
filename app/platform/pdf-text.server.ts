import { rareAdvanceOf } from "./fonts-rare.server";
import { advanceOf, type FontWeight } from "./fonts-text.server";
import type { PdfText } from "./pdf-blocks";
import { breakablePieces } from "./pdf-line-break-rules";

export interface TextStyle {
  size: number;
  weight: FontWeight;
  muted: boolean;
}

/** One character as it will be drawn. */
export interface Sign extends TextStyle {
  sign: string;
  /** In points at the size of the text. */
  width: number;
  /** Drawn from the font of rare characters. */
  isRare: boolean;
}

export interface Line {
  signs: Sign[];
  width: number;
  isFirst: boolean;
  /** Last of a paragraph: never stretched to the full width. */
  isLast: boolean;
}

/** Neither drawn nor kept: controls, byte order mark, direction marks, variation selectors. */
const INVISIBLE = /(?![\n\u200b])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
/** Noto Sans SC sets ’ a full character wide, which tears English words apart. */
const APOSTROPHE = /(?<=[A-Za-z])\u2019(?=[A-Za-z])/g;

function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .replaceAll("\u00a0", " ")
    .replace(APOSTROPHE, "'")
    .replace(INVISIBLE, "");
}

/** What stands in the page for a character that no font has: its number, never an empty box. */
export function standInFor(codePoint: number): string {
  return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}〕`;
}

function signsOf(character: string, style: TextStyle): Sign[] {
  const codePoint = character.codePointAt(0) ?? 0;
  const isBreak = character === "\n" || character === "\u200b";
  const advance = isBreak ? 0 : advanceOf(codePoint, style.weight);
  const found = advance ?? rareAdvanceOf(codePoint);
  if (found !== null) {
    const width = (found * style.size) / 1000;
    return [{ ...style, sign: character, width, isRare: advance === null }];
  }
  return Array.from(standInFor(codePoint)).flatMap((sign) => signsOf(sign, style));
}

/** The characters of a text with their measures; lone surrogates become U+FFFD. */
export function measureText(text: PdfText, style: TextStyle): Sign[] {
  const spans = typeof text === "string" ? [{ text }] : text;
  return spans.flatMap((span) => {
    const own: TextStyle = {
      size: style.size,
      weight: "bold" in span && span.bold ? "bold" : style.weight,
      muted: style.muted || ("muted" in span && span.muted === true),
    };
    return Array.from(cleanText(span.text.toWellFormed())).flatMap((one) => signsOf(one, own));
  });
}

export const widthOf = (signs: readonly Sign[]) => signs.reduce((sum, one) => sum + one.width, 0);

function withoutTrailingSpace(signs: readonly Sign[]): Sign[] {
  const end = signs.findLastIndex((one) => one.sign !== " " && one.sign !== "\u200b");
  return signs.slice(0, end + 1).filter((one) => one.sign !== "\u200b");
}

function paragraphsOf(signs: readonly Sign[]): Sign[][] {
  const paragraphs: Sign[][] = [[]];
  for (const sign of signs) {
    if (sign.sign === "\n") paragraphs.push([]);
    else paragraphs.at(-1)?.push(sign);
  }
  return paragraphs;
}

/** Fills lines piece by piece; a piece wider than a line (a hash, an address) is cut where it must. */
function fillLines(signs: readonly Sign[], width: number, indent: number): Line[] {
  const lines: Sign[][] = [[]];
  let room = width - indent;
  const place = (piece: readonly Sign[]) => {
    lines.at(-1)?.push(...piece);
    room -= widthOf(piece);
  };
  const newLine = () => {
    lines.push([]);
    room = width;
  };
  for (const piece of breakablePieces(signs)) {
    const needed = widthOf(withoutTrailingSpace(piece));
    if (needed > room + 0.01 && (lines.at(-1)?.length ?? 0) > 0 && needed <= width) newLine();
    if (needed <= room + 0.01) {
      place(piece);
      continue;
    }
    for (const sign of piece) {
      if (sign.width > room + 0.01 && (lines.at(-1)?.length ?? 0) > 0) newLine();
      place([sign]);
    }
  }
  return lines.map((line, at) => {
    const kept = withoutTrailingSpace(line);
    return {
      signs: kept,
      width: widthOf(kept),
      isFirst: at === 0,
      isLast: at === lines.length - 1,
    };
  });
}

/** Breaks measured text into lines of at most `width` points; `\n` starts a new paragraph. */
export function composeLines(signs: readonly Sign[], width: number, indent = 0): Line[] {
  return paragraphsOf(signs).flatMap((paragraph) => fillLines(paragraph, width, indent));
}
