import QRCode from "qrcode";
import type { PdfDoc } from "./pdf-sheet.server";

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
const QUIET = 4;

/**
 * Draws a QR code as vector rectangles, `size` points wide with its quiet zone.
 * @throws Error when the content is too long for a QR code of that level (L: 2953 bytes)
 */
export function drawQr(
  doc: PdfDoc,
  content: string,
  box: { x: number; y: number; size: number },
  level: "L" | "M" | "Q" = "M",
): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: level });
  const unit = box.size / (modules.size + QUIET * 2);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      let run = 1;
      while (column + run < modules.size && modules.get(row, column + run)) run += 1;
      doc.rect(box.x + (column + QUIET) * unit, box.y + (row + QUIET) * unit, run * unit, unit);
      column += run;
    }
  }
  doc.fill("#000000");
}
