import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { SealProvider } from "./seal-provider";

export interface SealInput {
  /** The document as people saw it. */
  original: Uint8Array;
  /** Pages to append under the seal: a PDF of our own making. */
  appendix?: Uint8Array;
  signedAt: Date;
  reason: string;
  /** Name of the signature field; every seal in a file needs one of its own. */
  fieldName: string;
}

export interface SealedPdf {
  bytes: Uint8Array;
  sha256: string;
  /** The first so many bytes are the original, unchanged; their hash is `originalSha256`. */
  originalBytes: number;
  originalSha256: string;
  fingerprint: string;
}

/** Ten digits are enough for any offset below 10 GB. */
const BYTE_RANGE_ROOM = "/**********";
const PRINT_AND_LOCKED = 132;
const SIGNATURES_EXIST_APPEND_ONLY = 3;

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/[-:T]/g, "").slice(0, 14)}+00'00'`;
}

function signatureDict(document: PDFDocument, input: SealInput, provider: SealProvider): PDFDict {
  const { context } = document;
  const dict = PDFDict.withContext(context);
  dict.set(PDFName.of("Type"), PDFName.of("Sig"));
  dict.set(PDFName.of("Filter"), PDFName.of("Adobe.PPKLite"));
  dict.set(PDFName.of("SubFilter"), PDFName.of("ETSI.CAdES.detached"));
  const range = PDFArray.withContext(context);
  range.push(PDFNumber.of(0));
  for (let at = 0; at < 3; at += 1) range.push(PDFName.of(BYTE_RANGE_ROOM.slice(1)));
  dict.set(PDFName.of("ByteRange"), range);
  dict.set(PDFName.of("Contents"), PDFHexString.of("0".repeat(provider.maxCmsBytes * 2)));
  dict.set(PDFName.of("M"), PDFString.of(pdfDate(input.signedAt)));
  dict.set(PDFName.of("Name"), PDFHexString.fromText(provider.name));
  dict.set(PDFName.of("Reason"), PDFHexString.fromText(input.reason));
  return dict;
}

/** Adds an unseen signature field to the last page and the form. @returns objects that changed */
function addSignatureField(document: PDFDocument, name: string, signature: PDFRef): PDFRef[] {
  const { context, catalog } = document;
  const page = document.getPage(document.getPageCount() - 1);
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      Rect: [0, 0, 0, 0],
      F: PRINT_AND_LOCKED,
      T: PDFString.of(name),
      V: signature,
      P: page.ref,
    }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
  page.node.set(PDFName.of("Annots"), context.obj([...(annotations?.asArray() ?? []), widget]));
  const before = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict);
  const fields = before?.lookupMaybe(PDFName.of("Fields"), PDFArray)?.asArray() ?? [];
  const form = context.obj({
    ...Object.fromEntries(
      (before?.entries() ?? []).map(([key, value]) => [key.decodeText(), value]),
    ),
    Fields: [...fields, widget],
    SigFlags: SIGNATURES_EXIST_APPEND_ONLY,
  });
  catalog.set(PDFName.of("AcroForm"), form);
  return [page.ref];
}

async function appendPages(document: PDFDocument, appendix: Uint8Array): Promise<void> {
  const source = await PDFDocument.load(appendix, { updateMetadata: false });
  const pages = await document.copyPages(source, source.getPageIndices());
  for (const page of pages) {
    // The structure tree is not copied: its numbers would point into the original's.
    page.node.delete(PDFName.of("StructParents"));
    document.addPage(page);
  }
}

/** Everything that is new in the file: changed objects, pages, field and an empty signature. */
async function writeUpdate(input: SealInput, provider: SealProvider): Promise<Uint8Array> {
  const document = await PDFDocument.load(input.original, {
    updateMetadata: false,
    forIncrementalUpdate: true,
  });
  const { context } = document;
  const snapshot = document.takeSnapshot();
  if (input.appendix) await appendPages(document, input.appendix);
  const signature = context.register(signatureDict(document, input, provider));
  const changed = addSignatureField(document, input.fieldName, signature);
  const root = context.trailerInfo.Root as PDFRef;
  const pages = document.catalog.get(PDFName.of("Pages")) as PDFRef;
  snapshot.markRefsForSave([root, pages, ...changed]);
  return document.saveIncremental(snapshot, { useObjectStreams: false });
}

function placeOf(file: Buffer, what: string, from: number): number {
  const at = file.indexOf(what, from, "latin1");
  if (at < 0) throw new Error("the place of the signature was not found");
  return at;
}

function usesClassicCrossReference(original: Uint8Array): boolean {
  const end = Buffer.from(original.subarray(-1024)).toString("latin1");
  const offset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  return Buffer.from(original.subarray(offset, offset + 4)).toString("latin1") === "xref";
}

/**
 * Seals a PDF of our own making as a PAdES signature (ETSI EN 319 142-1, level B-B). The result is an
 * incremental update: its first `originalBytes` bytes are the original, so that anyone can check the
 * hash that the signers agreed to; seals that it has already stay valid.
 * @throws Error when the file is no PDF with a plain cross-reference table or the provider's answer
 * does not fit the room that it asked for
 */
export async function sealPdf(input: SealInput, provider: SealProvider): Promise<SealedPdf> {
  if (!usesClassicCrossReference(input.original)) {
    throw new Error("only a PDF with a plain cross-reference table can be sealed");
  }
  const original = Buffer.from(input.original);
  const file = Buffer.concat([original, await writeUpdate(input, provider)]);
  const rangeRoom = `[ 0 ${[1, 2, 3].map(() => BYTE_RANGE_ROOM).join(" ")} ]`;
  const rangeAt = placeOf(file, rangeRoom, original.length);
  const zeros = "0".repeat(provider.maxCmsBytes * 2);
  const open = placeOf(file, `<${zeros}>`, original.length);
  const close = open + zeros.length + 2;
  const range = `[ 0 ${open} ${close} ${file.length - close} ]`;
  file.write(range.padEnd(rangeRoom.length, " "), rangeAt, "latin1");
  const cms = await provider.sign(sha256(file.subarray(0, open), file.subarray(close)));
  if (cms.length > provider.maxCmsBytes) throw new Error("the seal is longer than its place");
  file.write(Buffer.from(cms).toString("hex"), open + 1, "latin1");
  return {
    bytes: file,
    sha256: sha256(file).toString("hex"),
    originalBytes: original.length,
    originalSha256: sha256(original).toString("hex"),
    fingerprint: provider.fingerprint,
  };
}
