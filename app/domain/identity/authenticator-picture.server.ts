import QRCode from "qrcode";

/**
 * QR code as SVG, and the key to type, of an otpauth address; null for anything else, since the
 * address comes back from a form.
 */
export async function drawAuthenticatorPicture(
  uri: string,
): Promise<{ uri: string; secret: string; svg: string } | null> {
  if (!uri.startsWith("otpauth://totp/") || uri.length > 500 || !URL.canParse(uri)) return null;
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  if (!/^[A-Z2-7=]{16,128}$/.test(secret)) return null;
  const svg = await QRCode.toString(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { uri, secret, svg };
}
