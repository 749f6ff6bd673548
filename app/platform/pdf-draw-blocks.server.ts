import { drawBars } from "./pdf-bars.server";
import type { PdfBlock } from "./pdf-blocks";
import { drawQr } from "./pdf-qr.server";
import {
  BODY_SIZE,
  drawLines,
  fullHeight,
  HAIRLINE,
  isAtTop,
  lineHeight,
  linesOf,
  MM,
  makeRoom,
  type ParagraphStyle,
  type Sheet,
  SMALL_SIZE,
  setParagraph,
  turnPage,
} from "./pdf-sheet.server";
import { drawTable } from "./pdf-table.server";

type Block<K extends PdfBlock["kind"]> = Extract<PdfBlock, { kind: K }>;

const HEADING_SIZE = { 1: 14, 2: 12, 3: 11 } as const;
/** Room that a heading needs below itself, so that it never ends a page. */
const KEEP_WITH_NEXT = 46;

function tagged(sheet: Sheet, tag: string, draw: () => void): void {
  sheet.doc.addStructure(sheet.doc.struct(tag, {}, draw));
}

function drawTitle(sheet: Sheet, block: Block<"title">): void {
  tagged(sheet, "H1", () =>
    setParagraph(sheet, block.text, { size: 19, bold: true, align: "centre" }),
  );
  if (block.subtitle) {
    const style: ParagraphStyle = { size: BODY_SIZE, muted: true, align: "centre" };
    tagged(sheet, "P", () => setParagraph(sheet, block.subtitle ?? "", style));
  }
  sheet.y += 12;
}

function drawHeading(sheet: Sheet, block: Block<"heading">): void {
  const level = block.level ?? 1;
  const size = HEADING_SIZE[level];
  if (!isAtTop(sheet)) sheet.y += level === 1 ? 10 : 6;
  makeRoom(sheet, lineHeight(size) + KEEP_WITH_NEXT);
  tagged(sheet, `H${level + 1}`, () => setParagraph(sheet, block.text, { size, bold: true }));
  sheet.y += 3;
}

function drawParagraph(sheet: Sheet, block: Block<"paragraph">): void {
  tagged(sheet, "P", () =>
    setParagraph(sheet, block.text, {
      size: block.small ? SMALL_SIZE : BODY_SIZE,
      muted: block.small,
      align: block.align ?? "justify",
      indent: block.indent,
    }),
  );
  sheet.y += 4;
}

function drawClause(sheet: Sheet, block: Block<"clause">): void {
  sheet.y += 4;
  makeRoom(sheet, lineHeight(BODY_SIZE) + KEEP_WITH_NEXT);
  const head = block.heading ? `${block.number}　${block.heading}` : block.number;
  tagged(sheet, "H3", () => setParagraph(sheet, head, { size: 11, bold: true }));
  for (const text of block.paragraphs) {
    drawParagraph(sheet, { kind: "paragraph", text, indent: true });
  }
}

/** A label in a column of its own, its text beside it, over pages if need be. */
function drawLabelled(
  sheet: Sheet,
  label: string,
  text: Block<"list">["items"][number]["text"],
  labelWidth: number,
): void {
  const labelLines = linesOf(label, labelWidth - 8, { muted: true });
  makeRoom(sheet, lineHeight(BODY_SIZE) * Math.max(1, labelLines.length));
  const { doc, left, width } = sheet;
  const top = sheet.y;
  const box = { x: left, top, width: labelWidth - 8 };
  tagged(sheet, "P", () => drawLines(doc, labelLines, box, { muted: true }));
  const page = doc.bufferedPageRange().count;
  const inner = Object.assign(sheet, { left: left + labelWidth, width: width - labelWidth });
  tagged(sheet, "P", () => setParagraph(inner, text));
  Object.assign(sheet, { left, width });
  if (doc.bufferedPageRange().count === page) {
    sheet.y = Math.max(sheet.y, top + labelLines.length * lineHeight(BODY_SIZE));
  }
  sheet.y += 2;
}

function drawKeyValue(sheet: Sheet, block: Block<"keyValue">): void {
  const widest = Math.max(0, ...block.rows.map((row) => linesOf(row.label, 1000)[0]?.width ?? 0));
  const labelWidth = Math.min(sheet.width * 0.34, widest + 14);
  for (const row of block.rows) drawLabelled(sheet, row.label, row.value, labelWidth);
  sheet.y += 4;
}

function drawList(sheet: Sheet, block: Block<"list">): void {
  const widest = Math.max(
    0,
    ...block.items.map((item) => linesOf(item.label, 1000)[0]?.width ?? 0),
  );
  for (const item of block.items) {
    drawLabelled(sheet, item.label, item.text, Math.min(sheet.width * 0.3, widest + 12));
  }
  sheet.y += 4;
}

function drawQrBlock(sheet: Sheet, block: Block<"qr">): void {
  const size = (block.sizeMm ?? 30) * MM;
  makeRoom(sheet, size + 6);
  const { doc } = sheet;
  const box = { x: sheet.left, y: sheet.y, size };
  doc.addStructure(
    doc.struct("Figure", { alt: block.alt }, () => drawQr(doc, block.content, box, block.level)),
  );
  if (block.text) {
    const width = sheet.width - size - 10;
    const style: ParagraphStyle = { size: SMALL_SIZE + 0.5 };
    const lines = linesOf(block.text, width, style);
    const top = sheet.y + Math.max(4, (size - lines.length * lineHeight(SMALL_SIZE + 0.5)) / 2);
    tagged(sheet, "P", () =>
      drawLines(doc, lines, { x: sheet.left + size + 10, top, width }, style),
    );
  }
  sheet.y += size + 6;
}

function drawNote(sheet: Sheet, block: Block<"note">): void {
  const pad = 8;
  const width = sheet.width - pad * 2;
  const body: ParagraphStyle = { size: SMALL_SIZE + 0.5, align: "justify" };
  const head: ParagraphStyle = { size: SMALL_SIZE + 0.5, bold: true };
  const headLines = block.heading ? linesOf(block.heading, width, head) : [];
  const lines = linesOf(block.text, width, body);
  const one = lineHeight(SMALL_SIZE + 0.5);
  const height = (headLines.length + lines.length) * one + pad * 2;
  const { doc } = sheet;
  if (height > fullHeight(sheet)) {
    tagged(sheet, "P", () => setParagraph(sheet, block.text, body));
    return;
  }
  makeRoom(sheet, height);
  const top = sheet.y;
  doc.markContent("Artifact", { type: "Layout" });
  doc.lineWidth(0.8).strokeColor(HAIRLINE).rect(sheet.left, top, sheet.width, height).stroke();
  doc.endMarkedContent();
  const x = sheet.left + pad;
  if (headLines.length > 0) {
    tagged(sheet, "P", () => drawLines(doc, headLines, { x, top: top + pad, width }, head));
  }
  const bodyTop = top + pad + headLines.length * one;
  tagged(sheet, "P", () => drawLines(doc, lines, { x, top: bodyTop, width }, body));
  sheet.y += height + 8;
}

function drawSignatureBoxes(sheet: Sheet, block: Block<"signatureBoxes">): void {
  const gap = 14;
  const width = (sheet.width - gap) / 2;
  const { doc } = sheet;
  for (let at = 0; at < block.boxes.length; at += 2) {
    const pair = block.boxes.slice(at, at + 2).map((box) => ({
      head: linesOf(box.heading, width - 16, { bold: true }),
      lines: box.lines.flatMap((line) => linesOf(line, width - 16)),
    }));
    const step = lineHeight(BODY_SIZE) * 1.45;
    const height =
      Math.max(...pair.map((box) => box.head.length * step + box.lines.length * step)) + 60;
    makeRoom(sheet, height + 10);
    pair.forEach((box, column) => {
      const x = sheet.left + column * (width + gap);
      doc.markContent("Artifact", { type: "Layout" });
      doc.lineWidth(0.8).strokeColor(HAIRLINE).rect(x, sheet.y, width, height).stroke();
      doc.endMarkedContent();
      tagged(sheet, "P", () => {
        const inner = { x: x + 8, width: width - 16 };
        drawLines(doc, box.head, { ...inner, top: sheet.y + 8 }, { bold: true });
        box.lines.forEach((line, row) => {
          const top = sheet.y + 12 + box.head.length * lineHeight(BODY_SIZE) + row * step;
          drawLines(doc, [line], { ...inner, top });
        });
      });
    });
    sheet.y += height + 10;
  }
}

function drawRule(sheet: Sheet): void {
  makeRoom(sheet, 12);
  const { doc, y } = sheet;
  doc.markContent("Artifact", { type: "Layout" });
  doc.lineWidth(0.6).strokeColor(HAIRLINE);
  doc
    .moveTo(sheet.left, y + 5)
    .lineTo(sheet.left + sheet.width, y + 5)
    .stroke();
  doc.endMarkedContent();
  sheet.y += 12;
}

/** Blocks that belong together go to a new page rather than being cut, when one page holds them. */
function drawTogether(sheet: Sheet, block: Block<"together">, measure: (b: PdfBlock[]) => number) {
  const height = measure([...block.blocks]);
  if (height <= fullHeight(sheet) && sheet.y + height > sheet.bottom && !isAtTop(sheet)) {
    turnPage(sheet);
  }
  drawBlocks(sheet, block.blocks, measure);
}

/** A heading before blocks that stay together goes with them: it never stays behind alone. */
function withHeadings(blocks: readonly PdfBlock[]): PdfBlock[] {
  const result: PdfBlock[] = [];
  for (const block of blocks) {
    const before = result.at(-1);
    if (block.kind === "together" && before?.kind === "heading") {
      result[result.length - 1] = { kind: "together", blocks: [before, ...block.blocks] };
    } else result.push(block);
  }
  return result;
}

/** `measure` tells the height in points of blocks set on one endless page. */
export function drawBlocks(
  sheet: Sheet,
  blocks: readonly PdfBlock[],
  measure: (blocks: PdfBlock[]) => number,
): void {
  for (const block of withHeadings(blocks)) {
    if (block.kind === "title") drawTitle(sheet, block);
    else if (block.kind === "heading") drawHeading(sheet, block);
    else if (block.kind === "paragraph") drawParagraph(sheet, block);
    else if (block.kind === "clause") drawClause(sheet, block);
    else if (block.kind === "list") drawList(sheet, block);
    else if (block.kind === "keyValue") drawKeyValue(sheet, block);
    else if (block.kind === "table") drawTable(sheet, block);
    else if (block.kind === "qr") drawQrBlock(sheet, block);
    else if (block.kind === "bars") drawBars(sheet, block);
    else if (block.kind === "note") drawNote(sheet, block);
    else if (block.kind === "signatureBoxes") drawSignatureBoxes(sheet, block);
    else if (block.kind === "rule") drawRule(sheet);
    else if (block.kind === "space") sheet.y += block.mm * MM;
    else if (block.kind === "pageBreak") turnPage(sheet);
    else drawTogether(sheet, block, measure);
  }
}
