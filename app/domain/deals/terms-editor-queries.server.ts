import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findOpenOffer, readTermSheet } from "./term-sheet-queries.server";
import { getTermsWriter } from "./terms-access.server";
import { checkTerms, type TermIssue } from "./terms-consistency-rules";
import { termsDraftSchema } from "./terms-draft-schema";
import { contentOf, formOf, type TermsForm } from "./terms-form-rules";
import { prefillTerms } from "./terms-prefill-queries.server";
import type { TermsEditorView } from "./terms-view";

/** Everything to be corrected or weighed in what is written so far. */
export function issuesOf(form: TermsForm): TermIssue[] {
  const { content, errors } = contentOf(form);
  if (content) return checkTerms(content);
  return Object.entries(errors).map(([field, [code = "bad_form"]]) => ({
    field,
    code,
    level: "ERROR",
  }));
}

/** A version as a form, to go on from. @throws DomainError "not_found" (404) */
export async function formOfVersion(
  db: DbOrTx,
  dealId: string,
  number: number,
): Promise<TermsForm> {
  const row =
    Number.isSafeInteger(number) && number > 0 && number < 100_000
      ? await db.termSheet.findUnique({ where: { dealId_number: { dealId, number } } })
      : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  return formOf(readTermSheet(row.content));
}

/**
 * The side's draft; before one is stored, the offer on the table or the newest version to go on from,
 * and in a room without terms a first one from the listings.
 * @throws DomainError "forbidden" (403)
 */
export async function getTermsEditor(
  dealId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<TermsEditorView> {
  const { side } = await getTermsWriter(db, dealId, actor);
  const [stored, open, rows] = await Promise.all([
    db.termSheetDraft.findUnique({ where: { dealId_side: { dealId, side } } }),
    findOpenOffer(db, dealId),
    db.termSheet.findMany({
      where: { dealId },
      orderBy: { number: "desc" },
      take: 50,
      select: { number: true },
    }),
  ]);
  const newest = rows[0]?.number ?? null;
  const form = stored
    ? termsDraftSchema.parse(stored.content)
    : newest
      ? await formOfVersion(db, dealId, newest)
      : await prefillTerms(db, dealId, side);
  const savedBy = stored ? await db.user.findUnique({ where: { id: stored.savedById } }) : null;
  return {
    form,
    revision: stored?.revision ?? 0,
    savedAt: stored?.updatedAt.toISOString() ?? null,
    savedBy: savedBy?.name ?? null,
    open: open && { id: open.id, number: open.number, isOurs: open.side === side },
    numbers: rows.map((row) => row.number),
    source: stored ? "DRAFT" : newest ? "VERSION" : "LISTING",
    sourceNumber: stored ? null : newest,
    issues: issuesOf(form),
  };
}
