import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { deskHref } from "./challenge-href";
import { tellPublishers } from "./challenge-notices.server";
import { lockChallenge } from "./challenge-rows.server";

const DAY_MS = 86_400_000;

/**
 * Asks in public, without the asker's name, while intentions are taken.
 * @throws DomainError "not_found" (404), "challenge_closed" (409), "challenge_questions_max" (429)
 */
export async function askChallengeQuestion(
  input: { number: number; text: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await tx.challenge.findUnique({
      where: { number: input.number },
      select: { id: true, publishedAt: true },
    });
    if (!found?.publishedAt) throw new DomainError("not_found", { status: 404 });
    const row = await lockChallenge(tx, found.id);
    const now = clock.now();
    if (row.state !== "PUBLISHED" || !row.intentionsDueAt || row.intentionsDueAt <= now) {
      throw new DomainError("challenge_closed", { status: 409 });
    }
    const max = await getPolicyNumber(tx, "market.challenge.questions_daily_max", now);
    const since = new Date(endOfDate(calendarDate(now)).getTime() - DAY_MS);
    const own = await tx.challengeQuestion.count({
      where: { challengeId: row.id, askedById: actor.userId, createdAt: { gte: since } },
    });
    if (own >= max)
      throw new DomainError("challenge_questions_max", { status: 429, params: { max } });
    const last = await tx.challengeQuestion.aggregate({
      where: { challengeId: row.id },
      _max: { number: true },
    });
    const id = newId();
    await tx.challengeQuestion.create({
      data: {
        id,
        challengeId: row.id,
        number: (last._max.number ?? 0) + 1,
        askedById: actor.userId,
        organisationId: actor.organisationId,
        text: input.text,
        createdAt: now,
      },
    });
    await tellPublishers(tx, row.organisationId, {
      kind: "challengeQuestion",
      params: { title: row.title },
      href: `${deskHref(row.id)}#questions`,
      key: id,
    });
  });
}
