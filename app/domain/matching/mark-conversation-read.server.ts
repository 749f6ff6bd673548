import type { UserActor } from "~/domain/identity/actor";
import { markRead } from "~/domain/notifications/mark-read.server";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { introductionHref } from "./introduction-conduct.server";

/**
 * Notes how far a person has read a conversation, and that the notices leading to it are read. The
 * mark never goes back: of two pages open at once the further one wins. The caller has shown the
 * conversation and thereby checked that the person may see it.
 */
export async function markConversationRead(
  introductionId: string,
  sequence: number,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await markRead({ href: introductionHref(introductionId) }, actor, db);
  if (sequence === 0) return;
  await db.$executeRaw`
    INSERT INTO "IntroductionReadMark" ("introductionId", "userId", sequence, "readAt")
    VALUES (${introductionId}::uuid, ${actor.userId}::uuid, ${sequence}, ${clock.now()})
    ON CONFLICT ("introductionId", "userId") DO UPDATE
    SET sequence = excluded.sequence, "readAt" = excluded."readAt"
    WHERE "IntroductionReadMark".sequence < excluded.sequence`;
}
