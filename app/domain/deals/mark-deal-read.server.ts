import type { UserActor } from "~/domain/identity/actor";
import { markRead } from "~/domain/notifications/mark-read.server";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { dealHref } from "./deal-href";

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

/** The same for a page that was shown: the notices that lead there are read too. */
export async function markDealOpened(
  dealId: string,
  sequence: number,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await markRead({ href: dealHref(dealId) }, actor, db);
  if (sequence > 0) await markDealRead(dealId, sequence, actor, db);
}
