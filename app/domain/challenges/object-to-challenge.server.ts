import { createHash } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { tellPoster, tellReviewers } from "./challenge-effects.server";
import { lockChallenge } from "./challenge-rows.server";

const DAY_MS = 86_400_000;
/** Of one person on one day. */
const OWN_DAILY_MAX = 3;

/**
 * Takes an objection against the proposed takers while the publicity runs, its last day included.
 * @throws DomainError "not_found" (404), "publicity_over" (409), "objection_daily_max" (429)
 */
export async function objectToChallenge(
  input: { number: number; text: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ objectionNumber: number }> {
  return inTransaction(db, async (tx) => {
    const found = await tx.challenge.findUnique({
      where: { number: input.number },
      select: { id: true, publishedAt: true },
    });
    if (!found?.publishedAt) throw new DomainError("not_found", { status: 404 });
    const row = await lockChallenge(tx, found.id);
    const now = clock.now();
    const isOpen =
      row.state === "PUBLICITY" && row.publicityEndsAt !== null && now < row.publicityEndsAt;
    if (!isOpen) throw new DomainError("publicity_over", { status: 409 });
    const since = new Date(endOfDate(calendarDate(now)).getTime() - DAY_MS);
    const ofToday = row.objections.filter((one) => one.createdAt >= since);
    const own = ofToday.filter((one) => one.raisedById === actor.userId);
    const max = await getPolicyNumber(tx, "market.publicity.objections_daily_max", now);
    if (ofToday.length >= max || own.length >= OWN_DAILY_MAX) {
      throw new DomainError("objection_daily_max", { status: 429 });
    }
    const objectionNumber = (row.objections.at(-1)?.number ?? 0) + 1;
    await tx.challengeObjection.create({
      data: {
        id: newId(),
        challengeId: row.id,
        number: objectionNumber,
        raisedById: actor.userId,
        organisationId: actor.organisationId,
        text: input.text,
        createdAt: now,
      },
    });
    await tellPoster(tx, row, "challengeObjection", now);
    await tellReviewers(tx, row, "challengeObjection", now);
    await appendAudit(tx, actor, {
      action: "challenge.objection-received",
      subjectType: "Challenge",
      subjectId: row.id,
      detail: {
        objection: objectionNumber,
        textSha256: createHash("sha256").update(input.text, "utf8").digest("hex"),
      },
    });
    return { objectionNumber };
  });
}
