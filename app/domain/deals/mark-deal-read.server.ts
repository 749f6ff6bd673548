import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

/**
 * Notes how far a person in a room has read. The mark never goes back and never beyond the last
 * message; somebody who has left has none. @returns the mark as it now stands, null without one
 */
export async function markDealRead(
  dealId: string,
  sequence: number,
  actor: Pick<UserActor, "userId">,
  db: DbOrTx,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ readSequence: number }[]>`
    UPDATE "DealParticipant" one
    SET "readSequence" = least(${sequence}::int, deal."lastSequence"), "readAt" = ${clock.now()}
    FROM "Deal" deal
    WHERE deal.id = one."dealId" AND one."dealId" = ${dealId}::uuid
      AND one."userId" = ${actor.userId}::uuid AND one."leftAt" IS NULL
      AND one."joinedAt" IS NOT NULL AND one."readSequence" < least(${sequence}::int, deal."lastSequence")
    RETURNING one."readSequence"`;
  return rows[0]?.readSequence ?? null;
}
