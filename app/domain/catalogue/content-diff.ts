import type { ListingContent } from "./listing-content";

export type FieldChange = { field: string; before: string; after: string };

/** Fields that say how a listing is shown rather than what it says. */
const NOT_COMPARED = new Set([
  "sectionVisibility",
  "disclosureAcknowledged",
  "noStateSecretDeclared",
]);

/** Says a value in text; codes become names. Rows become lines. */
export type ValueReader = (field: string, value: string) => string;

function cell(field: string, value: unknown, read: ValueReader): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "✓" : "";
  return read(field, String(value));
}

function asText(field: string, value: unknown, read: ValueReader): string {
  if (!Array.isArray(value)) return cell(field, value, read);
  return value
    .map((row: unknown) =>
      typeof row === "object" && row !== null
        ? Object.entries(row)
            .map(([name, one]) => cell(`${field}.${name}`, one, read))
            .filter((text) => text !== "")
            .join(" · ")
        : cell(field, row, read),
    )
    .join("\n");
}

/** Every field of a content as text, by name. */
export function fieldTexts(content: ListingContent, read: ValueReader): Map<string, string> {
  return new Map(
    Object.entries(content).map(([field, value]) => [field, asText(field, value, read)]),
  );
}

/** Fields in which two versions differ, each as text before and after. */
export function changesBetween(
  before: ListingContent,
  after: ListingContent,
  read: ValueReader,
): FieldChange[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => {
    if (NOT_COMPARED.has(field)) return [];
    const texts = { before: asText(field, old.get(field), read), after: asText(field, value, read) };
    return texts.before === texts.after ? [] : [{ field, ...texts }];
  });
}
