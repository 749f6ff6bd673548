import { createHash } from "node:crypto";
import { type CmsFinding, checkCms } from "./seal-cms.server";

export interface PdfSignature extends CmsFinding {
  /** Bytes of the file that the signature speaks for, counted from its start. */
  coveredBytes: number;
  /** Nothing was added after it. */
  coversWholeFile: boolean;
}

const MOST_SIGNATURES = 20;
const MOST_VERSIONS = 40;
/** A signature with its certificates; longer ones are not ours and are not read. */
const MOST_CMS_HEX = 200_000;
const RANGE = /\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/** The signature between the two covered parts: nothing else may stand there (ISO 32000-1, 12.8.1). */
function contentsOf(file: Buffer, open: number, close: number): Buffer | null {
  if (close <= open || close - open > MOST_CMS_HEX || close > file.length) return null;
  const hex = file.subarray(open, close).toString("latin1");
  if (!/^<[0-9A-Fa-f]+>$/.test(hex)) return null;
  const bytes = Buffer.from(hex.slice(1, -1), "hex");
  return bytes.subarray(0, derLength(bytes) ?? bytes.length);
}

/** Length of the DER value that the bytes begin with: behind it are the zeros that fill the room. */
function derLength(bytes: Buffer): number | null {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return null;
  return 2 + count + bytes.readUIntBE(2, count);
}

/**
 * Lists the signatures of a PDF in the order in which they stand in it, and checks each: whether the
 * bytes that it speaks for are unchanged, whose certificate signed, and whether it covers the file.
 * It reads bytes only and builds no document, so that a hostile file costs no more than its length.
 */
export async function checkPdfSignatures(content: Uint8Array): Promise<PdfSignature[]> {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const found: PdfSignature[] = [];
  for (const match of file.toString("latin1").matchAll(RANGE)) {
    if (found.length >= MOST_SIGNATURES) break;
    const [open = 0, close = 0, rest = 0] = match.slice(1).map(Number);
    const cms = contentsOf(file, open, close);
    const coveredBytes = close + rest;
    if (!cms || coveredBytes > file.length) {
      found.push({
        isValid: false,
        fingerprint: null,
        signerName: null,
        coveredBytes: 0,
        coversWholeFile: false,
      });
      continue;
    }
    const data = Buffer.concat([file.subarray(0, open), file.subarray(close, coveredBytes)]);
    const finding = await checkCms(cms, data);
    found.push({ ...finding, coveredBytes, coversWholeFile: coveredBytes === file.length });
  }
  return found;
}

export interface PdfVersion {
  /** The file up to the end of this version. */
  bytes: number;
  sha256: string;
}

/**
 * Hashes of the file and of every earlier version that it contains: a PDF is changed by appending,
 * and each version ends with %%EOF. The whole file comes first.
 */
export function hashPdfVersions(content: Uint8Array): PdfVersion[] {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const hash = createHash("sha256");
  const versions: PdfVersion[] = [];
  let done = 0;
  const note = (end: number) => {
    if (end <= done && versions.length > 0) return;
    hash.update(file.subarray(done, end));
    done = end;
    versions.push({ bytes: end, sha256: hash.copy().digest("hex") });
  };
  for (let at = file.indexOf("%%EOF"); at >= 0; at = file.indexOf("%%EOF", at + 5)) {
    if (versions.length >= MOST_VERSIONS) break;
    const end = at + 5;
    note(end);
    // A line end may or may not belong to the version: both are looked up.
    if (file[end] === 0x0d && file[end + 1] === 0x0a) note(end + 2);
    else if (file[end] === 0x0a || file[end] === 0x0d) note(end + 1);
  }
  note(file.length);
  return versions.reverse();
}
