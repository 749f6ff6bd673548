import { randomInt } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockChallenge } from "./challenge-rows.server";
import { readIntention } from "./intention-schema";
import { findScout } from "./scout-queries.server";

/**
 * Begins the one-page form of an organisation, or finds the one that it has begun.
 * @throws DomainError "not_found" (404), "challenge_no_organisation", "challenge_no_bid_scope" (403),
 * "challenge_own", "trade_banned" (403), "challenge_closed" (409)
 */
export async function startIntention(
  input: { number: number; organisationId: string | null; scoutCode?: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const found = await tx.challenge.findUnique({
      where: { number: input.number },
      select: { id: true, publishedAt: true },
    });
    if (!found?.publishedAt) throw new DomainError("not_found", { status: 404 });
    const { organisationId } = input;
    if (organisationId === null || !membershipOf(actor, organisationId)) {
      throw new DomainError("challenge_no_organisation", { status: 403 });
    }
    if (!can(actor, "challenge.intend", { organisationId })) {
      throw new DomainError("challenge_no_bid_scope", { status: 403 });
    }
    const row = await lockChallenge(tx, found.id);
    if (row.organisationId === organisationId) throw new DomainError("challenge_own");
    const existing = await tx.challengeIntention.findUnique({
      where: { challengeId_organisationId: { challengeId: row.id, organisationId } },
      select: { id: true },
    });
    if (existing) return existing;
    await assertMayTrade(tx, organisationId);
    const now = clock.now();
    if (row.state !== "PUBLISHED" || !row.intentionsDueAt || row.intentionsDueAt <= now) {
      throw new DomainError("challenge_closed", { status: 409 });
    }
    const code = input.scoutCode?.trim() ?? "";
    const scout = await findScout(tx, row, organisationId, code);
    const number = drawNumber(row.intentions.map((one) => one.number));
    const id = newId();
    await tx.challengeIntention.create({
      data: {
        id,
        challengeId: row.id,
        organisationId,
        userId: actor.userId,
        number,
        content: readIntention({}),
        scoutUserId: scout,
        createdAt: now,
      },
    });
    await appendAudit(tx, actor, {
      action: "challenge-intention.created",
      subjectType: "ChallengeIntention",
      subjectId: id,
      detail: { challenge: row.number },
    });
    return { id };
  });
}

/** A number that says nothing about how many have begun before. */
function drawNumber(taken: readonly number[]): number {
  for (;;) {
    const number = randomInt(1000, 1_000_000);
    if (!taken.includes(number)) return number;
  }
}
