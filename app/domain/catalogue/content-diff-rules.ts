import type { ListingContent } from "./listing-content";

export type FieldChange = { field: string; before: string; after: string };

/** Fields that say how a listing is shown rather than what it says. */
const NOT_COMPARED = new Set([
  "sectionVisibility",
  "disclosureAcknowledged",
  "noStateSecretDeclared",
]);

/** Says a value in text: a code as its name, a tick as yes. The field of a cell is "team.role". */
export type ValueReader = (field: string, value: string) => string;

function cell(field: string, value: unknown, read: ValueReader): string {
  return value === null || value === undefined || value === "" ? "" : read(field, String(value));
}

function cells(field: string, row: object, read: ValueReader): string[] {
  return Object.entries(row)
    .map(([name, value]) => cell(`${field}.${name}`, value, read))
    .filter((text) => text !== "");
}

const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;

function asText(field: string, value: unknown, read: ValueReader): string {
  if (Array.isArray(value)) {
    if (!value.some(isRecord)) return value.map((one) => cell(field, one, read)).join("、");
    return value
      .map((row) => (isRecord(row) ? cells(field, row, read).join(" · ") : ""))
      .join("\n");
  }
  return isRecord(value) ? cells(field, value, read).join("\n") : cell(field, value, read);
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
    const texts = {
      before: asText(field, old.get(field), read),
      after: asText(field, value, read),
    };
    return texts.before === texts.after ? [] : [{ field, ...texts }];
  });
}
