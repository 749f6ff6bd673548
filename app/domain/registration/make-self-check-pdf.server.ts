import type { TFunction } from "i18next";
import { countAttempt } from "~/domain/identity/limit-attempts.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { checkContract } from "./check-contract.server";
import { selfCheckBlocks } from "./self-check-blocks-rules";
import type { SelfCheck } from "./self-check-schema";
import { listSubKinds } from "./sub-kind-queries.server";

const WINDOW_SECONDS = 600;
const PAPERS_PER_WINDOW = 30;

/**
 * The self-check as a dated paper that says on every page that it is no certificate. It is made by
 * the rules in force now, is neither sealed nor stored, and has no number.
 * @param reader.origin network address, to count how many papers it asks for
 * @throws DomainError "too_many_requests" (429)
 */
export async function makeSelfCheckPdf(
  form: SelfCheck,
  reader: { locale: "zh-CN" | "en"; t: TFunction<"registration">; author: string; origin: string },
  db: Db,
): Promise<{ on: string; bytes: Uint8Array }> {
  const { locale, t, author, origin } = reader;
  const { count } = await countAttempt(db, `self-check-pdf:${origin}`, WINDOW_SECONDS);
  if (count > PAPERS_PER_WINDOW) throw new DomainError("too_many_requests", { status: 429 });
  const view = await checkContract(form, db);
  const categories = await listSubKinds(db, locale);
  const category = categories.find((one) => one.value === form.category)?.label ?? form.category;
  const bytes = await renderPdf({
    title: t("selfCheck.paperTitle"),
    author,
    language: locale,
    createdAt: clock.now(),
    header: {
      left: author,
      right: t("selfCheck.version", { on: view.on, version: view.rulesVersion }),
    },
    footer: t("selfCheck.paperFooter"),
    watermark: t("selfCheck.watermark"),
    blocks: selfCheckBlocks(view, form, { locale, t, category }),
  });
  return { on: view.on, bytes };
}
