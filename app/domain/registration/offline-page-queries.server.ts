import type { DbOrTx } from "~/platform/db.server";
import { listTrustedKeys } from "./offline-keys-queries.server";
import { makeOfflinePage, type OfflinePage, type OfflineTexts } from "./offline-page.server";
import type { TrustedKey } from "./offline-verify-rules.js";
import { listSubKinds } from "./sub-kind-queries.server";

/** The day on which the list of keys last changed: the page's date, which its hash depends on. */
function newestDay(keys: readonly TrustedKey[]): string {
  return keys.flatMap((key) => [key.from, key.to ?? ""]).reduce((a, b) => (a > b ? a : b), "");
}

/** Names of the sub-kinds by code. */
export async function nameCategories(db: DbOrTx, locale: string): Promise<Record<string, string>> {
  const kinds = await listSubKinds(db, locale);
  return Object.fromEntries(kinds.map((one) => [one.value, one.label]));
}

type PageTexts = Omit<OfflineTexts, "category">;

/**
 * The verifier with the keys of today, in both languages.
 * @param textsOf texts in a language; `madeOn` is the day of the newest key
 */
export async function buildOfflinePage(
  db: DbOrTx,
  input: {
    origin: string;
    textsOf(locale: "zh-CN" | "en", params: { madeOn: string }): PageTexts;
  },
): Promise<OfflinePage> {
  const keys = await listTrustedKeys(db);
  const params = { madeOn: newestDay(keys) };
  const of = async (locale: "zh-CN" | "en") => ({
    ...input.textsOf(locale, params),
    category: await nameCategories(db, locale),
  });
  const texts = { "zh-CN": await of("zh-CN"), en: await of("en") };
  return makeOfflinePage({ keys, origin: input.origin, texts });
}
