import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertTradePrice } from "./assert-trade-price.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { termSheetConduct } from "./term-sheet-conduct.server";
import { hashTermSheet } from "./term-sheet-hash.server";
import { termSheetProcedure } from "./term-sheet-procedure";
import { findAcceptedTerms, findOpenOffer } from "./term-sheet-queries.server";
import { lockTermSheets, mayTalkTerms } from "./term-sheet-rows.server";
import type { TermSheetContent } from "./term-sheet-schema";
import { areTermsConsistent } from "./terms-consistency-rules";
import { tellRoom } from "./terms-notices.server";

export type OfferTermsInput = {
  dealId: string;
  content: TermSheetContent;
  /** What the proposer says to the other side about it. */
  note: string;
  /** The open offer that the proposer saw, or null when there was none. */
  answersId: string | null;
};

/**
 * Puts a term sheet on the table as the next version. An offer that was open is superseded: by the
 * other side's counter-offer, or by a better one of the same side. Of two that answer the same offer
 * at once the later is told to read first.
 * @throws DomainError "forbidden" (403), "terms_room_closed" (409), "terms_inconsistent" (422),
 * "terms_trade_price", "terms_trade_minimum" (422), "terms_moved_on" (409), "terms_unchanged"
 */
export async function offerTerms(
  input: OfferTermsInput,
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string; number: number }> {
  return inTransaction(db, async (tx) => {
    const { dealId, content } = input;
    const { side, organisationId } = await getDealSpeaker(tx, dealId, actor);
    if (!side || actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
    assertCan(actor, "term-sheet.offer", { organisationId });
    await lockDeal(tx, dealId);
    await lockTermSheets(tx, dealId);
    const deal = await tx.deal.findUniqueOrThrow({ where: { id: dealId } });
    if (!mayTalkTerms(deal.state)) throw new DomainError("terms_room_closed", { status: 409 });
    if (!areTermsConsistent(content)) throw new DomainError("terms_inconsistent", { status: 422 });
    await assertTradePrice(tx, dealId, content);

    const open = await findOpenOffer(tx, dealId);
    if ((open?.id ?? null) !== input.answersId) {
      throw new DomainError("terms_moved_on", { status: 409 });
    }
    const contentHash = hashTermSheet(content);
    const accepted = await findAcceptedTerms(tx, dealId);
    if (open?.contentHash === contentHash || (!open && accepted?.contentHash === contentHash)) {
      throw new DomainError("terms_unchanged");
    }
    if (open) await advance(tx, termSheetConduct, open.id, "supersede", systemActor("terms"));

    const last = await tx.termSheet.aggregate({ where: { dealId }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const id = newId();
    const now = clock.now();
    await tx.termSheet.create({
      data: {
        id,
        dealId,
        number,
        content,
        contentHash,
        side,
        proposedById: actor.userId,
        note: input.note,
        createdAt: now,
      },
    });
    const state = termSheetProcedure.initial;
    await moveClocks(tx, termSheetProcedure, [{ id, state }], "offer", state, now);
    await tx.termSheetDraft.deleteMany({ where: { dealId, side } });
    const isCounter = open !== null && open.side !== side;
    const organisation = membershipOf(actor, organisationId)?.organisationName ?? "";
    await tellRoom(
      tx,
      deal,
      {
        event: { code: isCounter ? "termsCountered" : "termsOffered", params: { number } },
        part: `terms/${number}`,
        notice: { kind: "termsOffered", params: { title: deal.title, organisation, number } },
      },
      actor,
      organisationId,
    );
    await appendAudit(tx, actor, {
      action: "term-sheet.offer",
      subjectType: "TermSheet",
      subjectId: id,
      detail: { dealId, number, contentHash, answers: open?.id ?? null },
    });
    return { id, number };
  });
}
