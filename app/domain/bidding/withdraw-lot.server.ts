import { type Actor, systemActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { LIVE_RUNS, moveLot } from "~/domain/trading/move-lot.server";
import type { Db, Tx } from "~/platform/db.server";
import { applyEvent } from "./auction-apply-rules";
import { decide } from "./auction-engine-rules";
import { tellAuctionNews } from "./auction-news.server";
import { answerCourse } from "./course-answer.server";
import { lockCourse } from "./lock-course.server";
import { recordCourse } from "./record-course.server";

/**
 * The seller takes a lot back before bidding starts; its run, where there is one already, is void with
 * the same reason on the record.
 * @throws DomainError "not_found" (404) for strangers too, "lot_bidding_started", "note_required", and
 * what the procedure refuses
 */
export async function withdrawLot(
  { lotId, note = "" }: { lotId: string; note?: string },
  actor: Actor,
  db: Db,
): Promise<void> {
  const news = await inTransaction(db, async (tx) => {
    const lot = isId(lotId)
      ? await tx.lot.findUnique({
          where: { id: lotId },
          select: {
            organisationId: true,
            regionCode: true,
            auctions: { where: { state: { in: LIVE_RUNS } }, take: 1, select: { id: true } },
          },
        })
      : null;
    const found = assertFound(lot && can(actor, "lot.create", lot) ? lot : null);
    const [run] = found.auctions;
    if (!run) {
      await moveLot({ lotId, move: "withdraw", note }, actor, tx);
      return null;
    }
    const told = await voidRun(tx, run.id, note);
    await advance(tx, lotConduct, lotId, "withdraw", actor, { note });
    return told;
  });
  if (news) tellAuctionNews(news);
}

async function voidRun(tx: Tx, auctionId: string, note: string) {
  const course = await lockCourse(tx, auctionId, { opensAll: true });
  const { rules, state: before, hidden, atMicros } = course;
  const request = { kind: "VOID", note } as const;
  const { events, kept, state, decision } = decide(rules, before, hidden, request, atMicros);
  if (decision.outcome !== "ACCEPTED") throw new DomainError("wrong_state", { status: 409 });
  const outcome = { events, kept, state, hidden, receipts: [] };
  await recordCourse(tx, course, outcome, systemActor("bidding"));
  return answerCourse(course, events, events.reduce(applyEvent, before)).news;
}
