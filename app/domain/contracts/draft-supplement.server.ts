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
import { supplementClausesOf } from "./template-clauses.server";
import { TEMPLATE_VERSION } from "./templates/contract-template";

/**
 * Drafts a supplement to the signed main contract from terms that were accepted after it. Asked twice
 * it gives the supplement that is under way.
 * @throws DomainError "forbidden" (403), "contract_no_main" (409), "contract_no_changes" (409),
 * "contract_room_not_open" (409)
 */
export async function draftSupplement(dealId: string, actor: UserActor, db: Db): Promise<string> {
  return inTransaction(db, async (tx) => {
    const speaker = await getSideSpeaker(tx, dealId, actor, "contract.draft");
    await lockDeal(tx, dealId);
    const main = await tx.contract.findFirst({
      where: { dealId, kind: "MAIN", state: "SIGNED" },
      select: contractSelect,
    });
    if (!main) throw new DomainError("contract_no_main", { status: 409 });
    assertRoomOpen("SUPPLEMENT", main.deal.state);
    const open = await tx.contract.findFirst({
      where: { parentId: main.id, state: { in: ["DRAFT", "FINAL", "SIGNING", "PAPER_CHECK"] } },
      select: { id: true },
    });
    if (open) return open.id;
    const terms = await findAcceptedTerms(tx, dealId);
    const clauses = terms
      ? await supplementClausesOf(tx, main, templateFactsOf(main.deal, terms.content))
      : null;
    if (!terms || !clauses) throw new DomainError("contract_no_changes", { status: 409 });
    const id = newId();
    const title = `${main.title.slice(0, 110)}（补充协议）`;
    await tx.contract.create({
      data: {
        id,
        kind: "SUPPLEMENT",
        parentId: main.id,
        dealId,
        termSheetId: terms.id,
        categoryCode: terms.content.categoryCode,
        title,
        templateVersion: TEMPLATE_VERSION,
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    const by = { side: null, userId: actor.userId, note: "" };
    const { contentHash } = await addDraft(tx, { id, draftNumber: 0 }, clauses, by);
    const row = { id, dealId, title, deal: main.deal };
    await tellSides(
      tx,
      row,
      { userId: actor.userId, organisationId: speaker.organisationId },
      {
        event: "contractSupplementDrafted",
        kind: "contractDrafted",
        number: 1,
        dedupe: "drafted",
      },
    );
    await appendAudit(tx, actor, {
      action: "contract.draft",
      subjectType: "Contract",
      subjectId: id,
      detail: { parentId: main.id, termSheetId: terms.id, contentHash },
    });
    return id;
  });
}
