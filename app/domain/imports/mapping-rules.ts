import {
  type ColumnMapping,
  fieldsOf,
  HEADINGS,
  type ImportField,
  type ImportKind,
} from "./import-field-rules";

/** A heading as it is compared: no case, no spaces, no punctuation, no unit in brackets. */
export function plainHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, "")
    .replace(/[\s_\-*:：.、/]+/g, "");
}

/**
 * The likely column of each field. A column serves one field only; exact headings win over headings
 * that merely contain the word.
 */
export function guessMapping(headings: readonly string[], kind: ImportKind): ColumnMapping {
  const mapping: ColumnMapping = {};
  const free = new Map(headings.filter((h) => h.trim()).map((h) => [h, plainHeading(h)]));
  const take = (field: ImportField, test: (plain: string, name: string) => boolean): void => {
    if (mapping[field] !== undefined) return;
    for (const name of HEADINGS[field]) {
      for (const [heading, plain] of free) {
        if (!test(plain, name)) continue;
        mapping[field] = heading;
        free.delete(heading);
        return;
      }
    }
  };
  for (const field of fieldsOf(kind)) take(field, (plain, name) => plain === name);
  // One or two Latin letters inside another word say nothing.
  for (const field of fieldsOf(kind)) {
    take(field, (plain, name) => /\p{Script=Han}{2}/u.test(name) && plain.includes(name));
  }
  return mapping;
}

/**
 * A mapping that came from outside, reduced to known fields and headings that the file has.
 */
export function cleanMapping(
  mapping: Readonly<Record<string, unknown>>,
  headings: readonly string[],
  kind: ImportKind,
): ColumnMapping {
  const known = new Set(headings);
  const clean: ColumnMapping = {};
  for (const field of fieldsOf(kind)) {
    const heading = mapping[field];
    if (typeof heading === "string" && known.has(heading)) clean[field] = heading;
  }
  return clean;
}
