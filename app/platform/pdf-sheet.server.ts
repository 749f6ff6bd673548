import { openRareFont } from "./fonts-rare.server";
import { openTextFont } from "./fonts-text.server";
import type { PdfAlign, PdfText } from "./pdf-blocks";
import { composeLines, type Line, measureText, type Sign } from "./pdf-text.server";

export type PdfDoc = PDFKit.PDFDocument;

export const MM = 72 / 25.4;
export const INK = "#111111";
export const GREY = "#5a5f66";
export const HAIRLINE = "#c4c8cd";
export const BODY_SIZE = 10.5;
export const SMALL_SIZE = 9;
const LEADING = 1.62;

export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 22 * MM,
  right: 22 * MM,
  top: 25 * MM,
  bottom: 24 * MM,
} as const;

/** Where the next block goes. `y` is the top edge of the free room on the current page. */
export interface Sheet {
  doc: PdfDoc;
  left: number;
  width: number;
  y: number;
  readonly bottom: number;
}

export function openSheet(doc: PdfDoc): Sheet {
  const fonts = {
    regular: openTextFont("regular"),
    bold: openTextFont("bold"),
    rare: openRareFont(),
  };
  for (const [name, font] of Object.entries(fonts)) {
    // pdfkit takes an opened font as well as its bytes; its types name the bytes only.
    doc.registerFont(name, font as unknown as Uint8Array);
  }
  doc.addPage();
  return {
    doc,
    left: PAGE.left,
    width: PAGE.width - PAGE.left - PAGE.right,
    y: PAGE.top,
    bottom: PAGE.height - PAGE.bottom,
  };
}

export const fullHeight = (sheet: Sheet) => sheet.bottom - PAGE.top;
export const isAtTop = (sheet: Sheet) => sheet.y <= PAGE.top + 0.01;

export function turnPage(sheet: Sheet): void {
  // Not addPage: what is being tagged must go on being tagged in the new page.
  sheet.doc.continueOnNewPage();
  sheet.y = PAGE.top;
}

/** Goes to a new page when less than `height` points are left on this one. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom && !isAtTop(sheet)) turnPage(sheet);
}

export const lineHeight = (size: number) => size * LEADING;

function drawRun(doc: PdfDoc, run: readonly Sign[], x: number, baseline: number, spread: number) {
  const [first] = run;
  if (!first) return;
  doc
    .font(first.isRare ? "rare" : first.weight)
    .fontSize(first.size)
    .fillColor(first.muted ? GREY : INK)
    .text(run.map((one) => one.sign).join(""), x, baseline, {
      lineBreak: false,
      baseline: "alphabetic",
      characterSpacing: spread,
    });
}

const sameRun = (a: Sign, b: Sign) =>
  a.isRare === b.isRare && a.weight === b.weight && a.size === b.size && a.muted === b.muted;

/** Draws one line with its left edge at `x`; `spread` points are added after every character. */
export function drawLine(doc: PdfDoc, line: Line, x: number, baseline: number, spread = 0): void {
  let at = x;
  let run: Sign[] = [];
  const flush = () => {
    drawRun(doc, run, at, baseline, spread);
    at += run.reduce((sum, one) => sum + one.width + spread, 0);
    run = [];
  };
  for (const sign of line.signs) {
    const last = run.at(-1);
    if (last && !sameRun(last, sign)) flush();
    run.push(sign);
  }
  flush();
}

export interface ParagraphStyle {
  size?: number;
  bold?: boolean;
  muted?: boolean;
  align?: PdfAlign | "justify";
  /** First line begins two characters in. */
  indent?: boolean;
}

export function linesOf(text: PdfText, width: number, style: ParagraphStyle = {}): Line[] {
  const size = style.size ?? BODY_SIZE;
  const signs = measureText(text, {
    size,
    weight: style.bold ? "bold" : "regular",
    muted: style.muted ?? false,
  });
  return composeLines(signs, width, style.indent ? size * 2 : 0);
}

/** Draws lines in a column from `top` down; the caller has made room. */
export function drawLines(
  doc: PdfDoc,
  lines: readonly Line[],
  box: { x: number; top: number; width: number },
  style: ParagraphStyle = {},
): void {
  const size = style.size ?? BODY_SIZE;
  const height = lineHeight(size);
  lines.forEach((line, at) => {
    const indent = style.indent && line.isFirst ? size * 2 : 0;
    const slack = box.width - indent - line.width;
    const align = style.align ?? "left";
    const shift = align === "centre" ? slack / 2 : align === "right" ? slack : 0;
    const spreads = align === "justify" && !line.isLast && slack > 0 && slack < size * 2.2;
    const spread = spreads ? slack / Math.max(1, line.signs.length - 1) : 0;
    const baseline = box.top + at * height + height / 2 + size * 0.36;
    drawLine(doc, line, box.x + indent + shift, baseline, spread);
  });
}

/** Sets a paragraph at the sheet's place, over as many pages as it needs; never one line alone. */
export function setParagraph(sheet: Sheet, text: PdfText, style: ParagraphStyle = {}): void {
  const size = style.size ?? BODY_SIZE;
  const height = lineHeight(size);
  let rest = linesOf(text, sheet.width, style);
  while (rest.length > 0) {
    makeRoom(sheet, height * Math.min(2, rest.length));
    const fitting = Math.max(1, Math.floor((sheet.bottom - sheet.y + 0.01) / height));
    // Two lines at least go over to the next page, where there are enough of them.
    const taken = rest.length - fitting === 1 && fitting > 2 ? fitting - 1 : fitting;
    const now = rest.slice(0, taken);
    drawLines(sheet.doc, now, { x: sheet.left, top: sheet.y, width: sheet.width }, style);
    sheet.y += now.length * height;
    rest = rest.slice(taken);
    if (rest.length > 0) turnPage(sheet);
  }
}
