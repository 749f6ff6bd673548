import type { StoredFilePurpose } from "./file-purpose";

const MB = 1024 * 1024;

/** What may be uploaded for a purpose: extension → content type, and the size. */
export const FILE_RULES: Record<
  StoredFilePurpose,
  { types: Readonly<Record<string, string>>; maxBytes: number; maxPerListing: number }
> = {
  PICTURE: {
    types: { jpg: "image/jpeg", png: "image/png", webp: "image/webp" },
    maxBytes: 5 * MB,
    maxPerListing: 10,
  },
  ATTACHMENT: {
    types: {
      pdf: "application/pdf",
      docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      zip: "application/zip",
      jpg: "image/jpeg",
      png: "image/png",
    },
    maxBytes: 20 * MB,
    maxPerListing: 20,
  },
};

/** The extension that a name claims, in one spelling. */
export function extensionOf(name: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  return extension === "jpeg" ? "jpg" : extension;
}

/** A file name for storing and for a download: no path, no control characters, bounded. */
export function cleanFileName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).pop() ?? "";
  const plain = base.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069"<>|:*?]/gu, "").trim();
  const points = [...plain.replace(/^\.+/, "")];
  const extension = extensionOf(plain);
  if (points.length <= 120) return points.join("") || "file";
  return `${points.slice(0, 110).join("")}.${extension}`;
}

/**
 * Error code for bytes that are not what their name says, or null. `found` is what the first bytes
 * really are; undefined when no known format.
 */
export function faultOfFile(
  purpose: StoredFilePurpose,
  name: string,
  sizeBytes: number,
  found: string | undefined,
): { code: string; params?: Record<string, string | number> } | null {
  const { types, maxBytes } = FILE_RULES[purpose];
  if (sizeBytes === 0) return { code: "file_empty" };
  if (sizeBytes > maxBytes) return { code: "file_too_large", params: { max: maxBytes / MB } };
  const claimed = extensionOf(name);
  const kinds = Object.keys(types).join(", ");
  if (!Object.hasOwn(types, claimed)) return { code: "file_type_refused", params: { kinds } };
  if (found !== claimed) return { code: "file_disguised", params: { extension: claimed } };
  return null;
}
