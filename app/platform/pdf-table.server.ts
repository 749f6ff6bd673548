import type { PdfBlock, PdfText } from "./pdf-blocks";
import {
  BODY_SIZE,
  drawLines,
  fullHeight,
  HAIRLINE,
  isAtTop,
  lineHeight,
  linesOf,
  type ParagraphStyle,
  type PdfDoc,
  type Sheet,
  SMALL_SIZE,
  turnPage,
} from "./pdf-sheet.server";
import type { Line } from "./pdf-text.server";

type TableBlock = Extract<PdfBlock, { kind: "table" }>;

const PAD_X = 5;
const PAD_Y = 3;

interface Cell {
  lines: Line[];
  x: number;
  width: number;
  style: ParagraphStyle;
}

interface Grid {
  size: number;
  edges: number[];
}

function gridOf(sheet: Sheet, table: TableBlock): Grid {
  const total = table.columns.reduce((sum, column) => sum + column.weight, 0);
  const edges = [sheet.left];
  for (const column of table.columns) {
    edges.push((edges.at(-1) ?? sheet.left) + (sheet.width * column.weight) / total);
  }
  return { size: table.small ? SMALL_SIZE : BODY_SIZE - 0.5, edges };
}

function cellsOf(table: TableBlock, grid: Grid, texts: readonly PdfText[], bold: boolean): Cell[] {
  return table.columns.map((column, at) => {
    const from = grid.edges[at] ?? 0;
    const width = (grid.edges[at + 1] ?? from) - from - PAD_X * 2;
    const style = { size: grid.size, bold, align: column.align ?? ("left" as const) };
    return { lines: linesOf(texts[at] ?? "", width, style), x: from + PAD_X, width, style };
  });
}

const lineCount = (cells: readonly Cell[]) =>
  Math.max(1, ...cells.map((cell) => cell.lines.length));
const heightOf = (grid: Grid, lines: number) => lines * lineHeight(grid.size) + PAD_Y * 2;

function drawGrid(doc: PdfDoc, grid: Grid, top: number, height: number): void {
  const [first = 0] = grid.edges;
  const last = grid.edges.at(-1) ?? 0;
  doc.markContent("Artifact", { type: "Layout" });
  doc.lineWidth(0.6).strokeColor(HAIRLINE);
  for (const x of grid.edges) doc.moveTo(x, top).lineTo(x, top + height);
  for (const y of [top, top + height]) doc.moveTo(first, y).lineTo(last, y);
  doc.stroke();
  doc.endMarkedContent();
}

function shadeRow(doc: PdfDoc, grid: Grid, top: number, height: number): void {
  const [first = 0] = grid.edges;
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(first, top, (grid.edges.at(-1) ?? 0) - first, height).fill("#f1f3f5");
  doc.endMarkedContent();
}

type Parent = PDFKit.PDFStructureElement;

/** Draws one row, or the part of it that fits; `parent` is null for a heading that is repeated. */
function drawRow(
  sheet: Sheet,
  grid: Grid,
  cells: readonly Cell[],
  role: { parent: Parent | null; tag: "TH" | "TD" },
): void {
  const { doc } = sheet;
  const height = heightOf(grid, lineCount(cells));
  const top = sheet.y;
  if (role.tag === "TH") shadeRow(doc, grid, top, height);
  const draw = (cell: Cell) =>
    drawLines(doc, cell.lines, { x: cell.x, top: top + PAD_Y, width: cell.width }, cell.style);
  if (role.parent) {
    const row = doc.struct("TR");
    role.parent.add(row);
    for (const cell of cells) row.add(doc.struct(role.tag, {}, () => draw(cell)));
    row.end();
  } else {
    doc.markContent("Artifact", { type: "Layout" });
    cells.forEach(draw);
    doc.endMarkedContent();
  }
  drawGrid(doc, grid, top, height);
  sheet.y += height;
}

const cutCells = (cells: readonly Cell[], from: number, to?: number) =>
  cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));

/** Draws a table; its heading stands on every page. A row goes over whole when it fits on a page. */
export function drawTable(sheet: Sheet, table: TableBlock): void {
  const { doc } = sheet;
  const grid = gridOf(sheet, table);
  const headings = table.columns.map((column) => column.heading);
  const heading = cellsOf(table, grid, headings, true);
  const headingHeight = heightOf(grid, lineCount(heading));
  const element = doc.struct("Table");
  doc.addStructure(element);
  const rows = table.rows.map((row) => cellsOf(table, grid, row, false));
  const firstHeight = heightOf(grid, Math.min(3, lineCount(rows[0] ?? [])));
  if (sheet.y + headingHeight + firstHeight > sheet.bottom && !isAtTop(sheet)) turnPage(sheet);
  drawRow(sheet, grid, heading, { parent: element, tag: "TH" });
  const turn = () => {
    turnPage(sheet);
    drawRow(sheet, grid, heading, { parent: null, tag: "TH" });
  };
  for (const row of rows) {
    const whole = heightOf(grid, lineCount(row));
    if (sheet.y + whole > sheet.bottom && whole + headingHeight <= fullHeight(sheet)) turn();
    let rest = row;
    while (lineCount(rest) > 0) {
      const room = sheet.bottom - sheet.y - PAD_Y * 2;
      const fitting = Math.floor((room + 0.01) / lineHeight(grid.size));
      if (fitting < 1) {
        turn();
        continue;
      }
      drawRow(sheet, grid, cutCells(rest, 0, fitting), { parent: element, tag: "TD" });
      if (lineCount(rest) <= fitting) break;
      rest = cutCells(rest, fitting);
      turn();
    }
  }
  element.end();
  if (rows.length === 0 && table.empty) drawEmpty(sheet, grid, table.empty);
  sheet.y += 8;
}

function drawEmpty(sheet: Sheet, grid: Grid, text: string): void {
  const style = { size: grid.size, muted: true };
  const lines = linesOf(text, sheet.width - PAD_X * 2, style);
  const box = { x: sheet.left + PAD_X, top: sheet.y + PAD_Y, width: sheet.width - PAD_X * 2 };
  const { doc } = sheet;
  doc.addStructure(doc.struct("P", {}, () => drawLines(doc, lines, box, style)));
  sheet.y += heightOf(grid, lines.length);
}
