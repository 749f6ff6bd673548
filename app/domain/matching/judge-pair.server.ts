import type { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { canJudge, isOnASide } from "./judge-rules";
import type { JudgementInput } from "./judgement-schema";
import { findPairListing, isOpen } from "./pair-listings.server";
import { askRanker } from "./ranker-opinion-queries.server";
import { readShown } from "./shown-opinion-rules";

export type JudgementOutcome = {
  /** The same opinion again changes nothing. */
  isChanged: boolean;
  /** What the ranker estimated when the judge first spoke, 0 to 1; null when it had said nothing. */
  related: number | null;
};

/**
 * A judge's opinion of a pair, one per judge and pair, changeable by the judge. What the ranker said is
 * kept as it was at the first opinion: only that one was given without knowing it.
 * @throws DomainError "not_found", "listing_not_open" (409), "forbidden" (403), "judge_own_side" (403)
 */
export async function judgePair(
  input: JudgementInput,
  actor: UserActor,
  db: Db,
): Promise<JudgementOutcome> {
  if (!canJudge(actor)) throw new DomainError("forbidden", { status: 403 });
  const { needId, achievementId, level, reason } = input;
  // Asked before the transaction: no lock waits for the engine.
  const opinion = await askRanker({ needId, achievementId }, db);
  return inTransaction(db, async (tx) => {
    // Of two posts of one judge at once, the second must see the first.
    await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${needId}::uuid FOR NO KEY UPDATE`;
    const need = assertFound(await findPairListing(tx, "need", needId));
    const achievement = assertFound(await findPairListing(tx, "achievement", achievementId));
    if (isOnASide(actor, { need, achievement })) {
      throw new DomainError("judge_own_side", { status: 403 });
    }
    const pair = { needId, achievementId };
    const key = { needId_achievementId_judgeId: { ...pair, judgeId: actor.userId } };
    const before = await tx.matchJudgement.findUnique({ where: key });
    // An opinion once given may be corrected when the pair is no longer in the market.
    if (!before && !(isOpen(need) && isOpen(achievement))) {
      throw new DomainError("listing_not_open", { status: 409 });
    }
    if (before?.level === level && before.reason === reason) {
      return { isChanged: false, related: readShown(before.shown).related };
    }
    const now = clock.now();
    const shown = before ? before.shown : (opinion ?? {});
    await tx.matchJudgement.upsert({
      where: key,
      create: {
        id: newId(),
        ...pair,
        judgeId: actor.userId,
        level,
        reason,
        shown: shown as Prisma.InputJsonObject,
        createdAt: now,
        updatedAt: now,
      },
      update: { level, reason, updatedAt: now },
    });
    await appendAudit(tx, actor, {
      action: "match.judge",
      subjectType: "MatchJudgement",
      subjectId: `${needId}:${achievementId}`,
      detail: { level, levelBefore: before?.level ?? null, hasReason: reason !== "" },
    });
    return { isChanged: true, related: readShown(shown).related };
  });
}
