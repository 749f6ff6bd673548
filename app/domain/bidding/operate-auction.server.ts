import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import type { LotMove } from "~/domain/trading/lot-procedure";
import type { Db } from "~/platform/db.server";
import { applyEvent } from "./auction-apply-rules";
import { decide } from "./auction-engine-rules";
import { tellAuctionNews } from "./auction-news.server";
import type { OperatorRequest } from "./auction-state";
import { armTick } from "./auction-timers.server";
import { type OperateAuctionInput, operateAuctionSchema } from "./bid-schema";
import { answerCourse } from "./course-answer.server";
import { lockCourse } from "./lock-course.server";
import { recordCourse } from "./record-course.server";

const LOT_MOVES: Record<OperatorRequest["kind"], LotMove> = {
  SUSPEND: "suspend",
  RESUME: "resumeBidding",
  VOID: "void",
};

/**
 * What an operator does to a run, with its reason in the public record; the lot follows.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "note_required"
 */
export async function operateRun(
  kind: OperatorRequest["kind"],
  input: OperateAuctionInput,
  actor: Actor,
  db: Db,
): Promise<void> {
  const { auctionId, note } = operateAuctionSchema.parse(input);
  const { news, waitMs } = await inTransaction(db, async (tx) => {
    const found = await tx.auction.findUnique({
      where: { id: auctionId },
      select: { lot: { select: { regionCode: true } } },
    });
    assertCan(actor, "bid.operate", { regionCode: assertFound(found).lot.regionCode });
    const course = await lockCourse(tx, auctionId, { opensAll: kind === "VOID" });
    const { rules, state: before, hidden, atMicros } = course;
    const { events, kept, state, decision } = decide(
      rules,
      before,
      hidden,
      { kind, note },
      atMicros,
    );
    if (decision.outcome !== "ACCEPTED") throw new DomainError("wrong_state", { status: 409 });
    await recordCourse(tx, course, { events, state, hidden, kept, receipts: [] }, actor);
    await advance(tx, lotConduct, course.lotId, LOT_MOVES[kind], actor, { note });
    return answerCourse(course, events, events.reduce(applyEvent, before));
  });
  if (news) tellAuctionNews(news);
  armTick(db, auctionId, waitMs);
}
