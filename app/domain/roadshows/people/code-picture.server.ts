import QRCode from "qrcode";

/** A check-in code as a picture's address; its text is the code itself, which a desk without network can read. */
export async function drawCode(code: string): Promise<string> {
  const svg = await QRCode.toString(code, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
