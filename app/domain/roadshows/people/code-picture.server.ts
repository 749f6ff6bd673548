import QRCode from "qrcode";

/** A check-in code as SVG; its text is the code itself, which a desk without network can read. */
export function drawCode(code: string): Promise<string> {
  return QRCode.toString(code, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
}
