/** Files that deals, contracts and dossiers take: at most 20 MB each. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

const OFFICE = "application/vnd.openxmlformats-officedocument";

const ENDINGS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/zip": ["zip"],
  [`${OFFICE}.wordprocessingml.document`]: ["docx"],
  [`${OFFICE}.spreadsheetml.sheet`]: ["xlsx"],
  [`${OFFICE}.presentationml.presentation`]: ["pptx"],
};

/** Pages that are read: a PDF or pictures of them. */
export const PAGE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
/** What people exchange while they negotiate. */
export const WORK_TYPES: readonly string[] = Object.keys(ENDINGS);

/** `accept` attribute of a file field for these content types. */
export function acceptOf(types: readonly string[]): string {
  return types.flatMap((type) => (ENDINGS[type] ?? []).map((ending) => `.${ending}`)).join(",");
}

/** Type and ending under which bytes of this type are kept; null when the name says another kind. */
export function documentTypeOf(
  contentType: string,
  name: string,
): { contentType: string; ending: string } | null {
  const endings = ENDINGS[contentType];
  const given = name.toLowerCase().split(".").at(-1) ?? "";
  const ending = endings?.[0];
  return ending && endings.includes(given) ? { contentType, ending } : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
const UNSAFE = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g;

/** A file name for display: no folders, no control characters, at most 120 characters. */
export function displayName(name: string): string {
  const base = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const characters = [...base.replace(UNSAFE, "").trim()];
  return characters.length <= 120 ? characters.join("") : characters.slice(-120).join("");
}
