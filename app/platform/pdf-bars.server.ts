import type { PdfBlock } from "./pdf-blocks";
import {
  drawLines,
  HAIRLINE,
  lineHeight,
  linesOf,
  makeRoom,
  type PdfDoc,
  type Sheet,
  SMALL_SIZE,
} from "./pdf-sheet.server";

type BarsBlock = Extract<PdfBlock, { kind: "bars" }>;

/** Told apart by lightness too, for print in grey. */
const COLOURS = ["#1f5fa8", "#e0a23a", "#4d8f6b"] as const;
const BAR = 9;
const ROW = 19;
const LABEL_SHARE = 0.3;
const TEXT_WIDTH = 58;
const STYLE = { size: SMALL_SIZE + 0.5 };

/** Sets bars with their labels before and their figures behind; a long label takes several lines. */
export function drawBars(sheet: Sheet, block: BarsBlock): void {
  const { doc } = sheet;
  if (block.series) drawLegend(sheet, block.series);
  const sums = block.rows.map((row) => row.values.reduce((all, one) => all + one, 0));
  const largest = Math.max(1, ...sums);
  const labelWidth = sheet.width * LABEL_SHARE;
  const barsWidth = sheet.width - labelWidth - TEXT_WIDTH - 16;
  for (const [at, row] of block.rows.entries()) {
    const lines = linesOf(row.label, labelWidth, STYLE);
    const one = lineHeight(STYLE.size);
    const height = Math.max(ROW, lines.length * one + 5);
    makeRoom(sheet, height);
    const top = sheet.y + (height - lines.length * one) / 2;
    const left = sheet.left + labelWidth + 8;
    const middle = sheet.y + height / 2;
    doc.addStructure(
      doc.struct("P", {}, () =>
        drawLines(doc, lines, { x: sheet.left, top, width: labelWidth }, STYLE),
      ),
    );
    doc.markContent("Artifact", { type: "Layout" });
    drawBar(doc, row.values, { left, top: middle - BAR / 2, scale: barsWidth / largest });
    doc.endMarkedContent();
    const length = ((sums[at] ?? 0) * barsWidth) / largest;
    const figure = linesOf(row.text, TEXT_WIDTH, { ...STYLE, bold: true });
    const box = { x: left + length + 6, top: middle - one / 2, width: TEXT_WIDTH };
    doc.addStructure(
      doc.struct("P", {}, () => drawLines(doc, figure, box, { ...STYLE, bold: true })),
    );
    sheet.y += height;
  }
  sheet.y += 8;
}

function drawBar(
  doc: PdfDoc,
  values: readonly number[],
  place: { left: number; top: number; scale: number },
): void {
  doc
    .lineWidth(0.6)
    .strokeColor(HAIRLINE)
    .moveTo(place.left, place.top - 4)
    .lineTo(place.left, place.top + BAR + 4)
    .stroke();
  let from = place.left;
  for (const [at, value] of values.entries()) {
    const length = value * place.scale;
    if (length > 0) {
      doc.rect(from, place.top, length, BAR).fill(COLOURS[at % COLOURS.length] ?? COLOURS[0]);
    }
    from += length;
  }
}

function drawLegend(sheet: Sheet, series: readonly string[]): void {
  const { doc } = sheet;
  makeRoom(sheet, ROW * 2);
  let x = sheet.left;
  for (const [at, name] of series.entries()) {
    doc.markContent("Artifact", { type: "Layout" });
    doc.rect(x, sheet.y + 3, BAR, BAR).fill(COLOURS[at % COLOURS.length] ?? COLOURS[0]);
    doc.endMarkedContent();
    const lines = linesOf(name, 160, STYLE);
    const left = x + BAR + 5;
    doc.addStructure(
      doc.struct("P", {}, () =>
        drawLines(doc, lines.slice(0, 1), { x: left, top: sheet.y, width: 160 }, STYLE),
      ),
    );
    x = left + (lines[0]?.width ?? 0) + 20;
  }
  sheet.y += ROW;
}
