import type { RefusedForm } from "~/components/identity/form-view";

/** What a person typed into a field of a list, such as ["shares", 0, "percent"], of a refused form. */
export function keptValue(
  answer: RefusedForm,
  path: readonly (string | number)[],
): string | undefined {
  let value: unknown = answer?.result?.initialValue;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return typeof value === "string" ? value : undefined;
}
