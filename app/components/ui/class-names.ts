/** Joins the truthy parts with a space; the only class helper, so that order stays visible. */
export function cx(...parts: ReadonlyArray<string | false | null | undefined>): string {
  return parts.filter(Boolean).join(" ");
}
