import { nameCodes } from "~/domain/statistics/names-queries.server";
import { findLocale } from "~/i18n/i18next.server";
import type { DbOrTx } from "~/platform/db.server";

/** Names of the technology fields in the reader's language. */
export async function readFieldNames(
  request: Request,
  db: DbOrTx,
): Promise<Record<string, string>> {
  const isEnglish = findLocale(request) === "en";
  const names = await nameCodes(db, "fields");
  const top = [...names].filter(([code]) => !code.includes("."));
  return Object.fromEntries(top.map(([code, name]) => [code, isEnglish ? name.en : name.zh]));
}
