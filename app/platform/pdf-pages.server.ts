import { PDFDocument } from "@cantoo/pdf-lib";

/** Number of pages of a PDF, or null when it cannot be read (broken, or protected by a password). */
export async function countPdfPages(content: Uint8Array): Promise<number | null> {
  try {
    const document = await PDFDocument.load(content, { updateMetadata: false });
    return document.getPageCount();
  } catch {
    return null;
  }
}
