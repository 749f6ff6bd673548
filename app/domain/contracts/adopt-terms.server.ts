import { appendAudit } from "~/domain/audit/append-audit.server";
import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { addDraft } from "./add-draft.server";
import { assertNewest, lockDraft } from "./contract-access.server";
import { getContractDraft } from "./contract-draft-queries.server";
import { rebaseClauses } from "./draft-change-rules";
import { tellSides } from "./tell-sides.server";
import { templateClausesOf } from "./template-clauses.server";
import { TEMPLATE_VERSION } from "./templates/contract-template";

/**
 * Brings a draft to the terms that were accepted after it was written. What people edited stays.
 * @throws DomainError "contract_no_terms", "nothing_changed" when it follows them already,
 * "contract_no_changes" for a supplement that would change nothing, "contract_draft_changed" (409)
 */
export async function adoptTerms(
  ids: { dealId: string; contractId: string },
  draftNumber: number,
  actor: UserActor,
  db: Db,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { row, speaker } = await lockDraft(tx, ids, actor, "contract.draft");
    assertNewest(row, draftNumber);
    const terms = await findAcceptedTerms(tx, row.dealId);
    if (!terms) throw new DomainError("contract_no_terms", { status: 409 });
    if (terms.id === row.termSheetId) throw new DomainError("nothing_changed");
    const before = await getContractDraft(tx, row.id, row.draftNumber);
    const oldTemplate = await templateClausesOf(tx, row);
    const newTemplate = await templateClausesOf(tx, row, terms.content);
    if (newTemplate.length === 0) throw new DomainError("contract_no_changes", { status: 409 });
    await tx.contract.update({
      where: { id: row.id },
      data: {
        termSheetId: terms.id,
        categoryCode: terms.content.categoryCode,
        templateVersion: TEMPLATE_VERSION,
        ...(row.kind === "MAIN" ? { title: terms.content.title } : {}),
      },
    });
    const clauses = rebaseClauses(before.clauses, oldTemplate, newTemplate);
    const { number, contentHash } = await addDraft(tx, row, clauses, {
      side: null,
      userId: actor.userId,
      note: "",
    });
    const by = { userId: actor.userId, organisationId: speaker.organisationId };
    await tellSides(tx, row, by, {
      event: "contractTermsAdopted",
      kind: "contractDraftChanged",
      number,
      dedupe: `changed:${number}`,
    });
    await appendAudit(tx, actor, {
      action: "contract.adopt-terms",
      subjectType: "Contract",
      subjectId: row.id,
      detail: { termSheetId: terms.id, termHash: terms.contentHash, number, contentHash },
    });
    return number;
  });
}
