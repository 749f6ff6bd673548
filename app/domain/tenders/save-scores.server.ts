import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { type ScoreEntry, scoreField } from "./score-schema";
import { getTenderAccess } from "./tender-access.server";
import { tellOperators } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";
import { readCriteria } from "./tender-schema";

/**
 * Keeps a member's own scores, and hands them in for good when the member says so. Others' scores are
 * no part of it.
 * @throws DomainError "not_found" (404) for whoever has no seat, "wrong_state" (409) when handed in or
 * recused, "tender_not_declared" (409), at the score's field "tender_score_range", "tender_score_missing"
 */
export async function saveScores(
  input: { tenderId: string; entries: readonly ScoreEntry[]; isFinal: boolean },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const userId = actor.kind === "USER" ? actor.userId : "";
    const member = tender.members.find((one) => one.userId === userId);
    if (!member) throw new DomainError("not_found", { status: 404 });
    if (tender.state !== "EVALUATION" || member.recusedAt || member.submittedAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (!member.acceptedAt) throw new DomainError("tender_not_declared", { status: 409 });
    const criteria = readCriteria(tender.criteria).filter((one) => one.kind === "SCORE");
    const bids = tender.bids.filter((one) => one.state === "OPENED");
    const byKey = new Map(
      input.entries.map((one) => [scoreField(one.bidId, one.criterionId), one]),
    );
    const rows: Required<ScoreEntry>[] = [];
    for (const bid of bids) {
      for (const criterion of criteria) {
        const field = scoreField(bid.id, criterion.id);
        const entry = byKey.get(field);
        if (!entry || entry.hundredths === null) {
          if (input.isFinal) throw new DomainError("tender_score_missing", { field });
          continue;
        }
        if (entry.hundredths < 0 || entry.hundredths > criterion.maximum * 100) {
          throw new DomainError("tender_score_range", { field });
        }
        rows.push({ ...entry, hundredths: entry.hundredths });
      }
    }
    await tx.tenderScore.deleteMany({ where: { memberId: member.id } });
    await tx.tenderScore.createMany({
      data: rows.map(({ bidId, criterionId, hundredths, comment }) => ({
        memberId: member.id,
        bidId,
        criterionId,
        hundredths: hundredths ?? 0,
        comment,
      })),
    });
    if (!input.isFinal) return;
    await tx.tenderMember.update({ where: { id: member.id }, data: { submittedAt: clock.now() } });
    await tellOperators(tx, tender, "tenderScored");
    await appendAudit(tx, actor, {
      action: "tender.scores-handed-in",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { memberId: member.id, scores: rows.length },
    });
  });
}
