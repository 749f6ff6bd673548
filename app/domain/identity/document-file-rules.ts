/** Identity and organisation documents: a PDF, or a picture of the page. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const DOCUMENT_ACCEPT = ".pdf,.jpg,.jpeg,.png";

const EXTENSIONS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
};

/** Ending under which a document of this content type is kept; null for other types. */
export function endingOf(contentType: string): string | null {
  return EXTENSIONS[contentType]?.[0] ?? null;
}

/** Whether the name that a visitor gave fits the content type that the bytes have. */
export function isNameOfType(name: string, contentType: string): boolean {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  return EXTENSIONS[contentType]?.includes(ending) ?? false;
}

/** Address under which those who may see a document open it. */
export function documentPath(fileId: string): string {
  return `/api/identity-documents/${fileId}`;
}
