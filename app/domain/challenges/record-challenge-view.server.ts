import { calendarDate, clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

/** Counts a view of a published challenge for its day. No personal data. */
export async function recordChallengeView(challengeId: string, db: DbOrTx): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "ChallengeViewDay" ("challengeId", day, views)
    SELECT id, ${calendarDate(clock.now())}::date, 1 FROM "Challenge"
    WHERE id = ${challengeId}::uuid AND "publishedAt" IS NOT NULL
    ON CONFLICT ("challengeId", day) DO UPDATE SET views = "ChallengeViewDay".views + 1`;
}
