import { appendAudit } from "~/domain/audit/append-audit.server";
import { lockDeal } from "~/domain/deals/deal-access.server";
import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { addDraft } from "./add-draft.server";
import { assertRoomOpen, getSideSpeaker } from "./contract-access.server";
import { templateFactsOf } from "./contract-facts.server";
import { contractSelect } from "./contract-rows.server";
import { tellSides } from "./tell-sides.server";
import { draftClauses, TEMPLATE_VERSION } from "./templates/contract-template";

/**
 * Drafts the main contract of a room from its accepted terms. Asked twice it gives the draft that is
 * there already.
 * @throws DomainError "forbidden" (403), "contract_no_terms" (409), "contract_room_not_open" (409)
 */
export async function draftContract(dealId: string, actor: UserActor, db: Db): Promise<string> {
  return inTransaction(db, async (tx) => {
    const speaker = await getSideSpeaker(tx, dealId, actor, "contract.draft");
    await lockDeal(tx, dealId);
    const existing = await tx.contract.findFirst({
      where: { dealId, kind: "MAIN", state: { not: "VOID" } },
      select: { id: true },
    });
    if (existing) return existing.id;
    const terms = await findAcceptedTerms(tx, dealId);
    if (!terms) throw new DomainError("contract_no_terms", { status: 409 });
    const id = newId();
    const { deal } = await tx.contract.create({
      data: {
        id,
        dealId,
        termSheetId: terms.id,
        categoryCode: terms.content.categoryCode,
        title: terms.content.title,
        templateVersion: TEMPLATE_VERSION,
        createdById: actor.userId,
        createdAt: clock.now(),
      },
      select: { deal: contractSelect.deal },
    });
    assertRoomOpen("MAIN", deal.state);
    const clauses = draftClauses(templateFactsOf(deal, terms.content));
    const by = { side: null, userId: actor.userId, note: "" };
    const { contentHash } = await addDraft(tx, { id, draftNumber: 0 }, clauses, by);
    const row = { id, dealId, title: terms.content.title, deal };
    await tellSides(
      tx,
      row,
      { userId: actor.userId, organisationId: speaker.organisationId },
      {
        event: "contractDrafted",
        kind: "contractDrafted",
        number: 1,
        dedupe: "drafted",
      },
    );
    await appendAudit(tx, actor, {
      action: "contract.draft",
      subjectType: "Contract",
      subjectId: id,
      detail: { termSheetId: terms.id, termHash: terms.contentHash, contentHash },
    });
    return id;
  });
}
