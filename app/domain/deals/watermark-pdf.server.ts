import fs from "node:fs";
import { createRequire } from "node:module";
import { degrees, PDFDocument, rgb } from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";

type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

const require = createRequire(import.meta.url);
const FONT = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
const STEP_X = 260;
const STEP_Y = 170;

/**
 * A PDF with a line of text over every page, in steps across the whole page.
 * @returns null for a file that cannot be opened so, such as an encrypted one
 */
export async function watermarkPdf(bytes: Uint8Array, text: string): Promise<Uint8Array | null> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    // The library describes an older fontkit; of ours it uses `create` and subsets, which agree.
    document.registerFontkit(fontkit as unknown as Fontkit);
    const font = await document.embedFont(fs.readFileSync(require.resolve(FONT)), { subset: true });
    const look = {
      size: 11,
      font,
      color: rgb(0.45, 0.45, 0.45),
      opacity: 0.35,
      rotate: degrees(28),
    };
    for (const page of document.getPages()) {
      const { width, height } = page.getSize();
      for (let y = 60; y < height; y += STEP_Y) {
        for (let x = -40; x < width; x += STEP_X) page.drawText(text, { ...look, x, y });
      }
    }
    return await document.save();
  } catch {
    return null;
  }
}
