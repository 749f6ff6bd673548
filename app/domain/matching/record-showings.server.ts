import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";

export type ShowingSurface = "PANEL" | "DESK" | "DIGEST" | "NOTICE" | "BROKER";

/** Who saw a list, and for which side; a broker stands between the sides. */
export type ShowingViewer =
  | { userId: string; side: "DEMAND" | "SUPPLY"; organisationId: string }
  | { userId: string; side: "BROKER"; organisationId: null };

/** One place of a list as it was shown. */
export type ShownPair = {
  needId: string;
  achievementId: string;
  /** From 1. */
  position: number;
  rankerVersion: string;
  score: number;
  relevance: number;
  fit: number;
  related: number;
  inputs: object;
  /** The running trial, and which of its rankers put the pair here. */
  trial?: { trialId: string; arm: "A" | "B" } | null;
  /** Id of the row, where something has to name it before it is written. */
  id?: string;
};

/**
 * Notes what a signed-in person of the owner's side, or a broker, was shown: once a day for a person,
 * a pair and a place of display. The first place of the day counts, unless a later one belongs to a
 * running trial and the first did not. One statement. Outside of a transaction a failure is logged
 * only, because a page must not fail over it.
 */
export async function recordShowings(
  db: DbOrTx,
  viewer: ShowingViewer,
  surface: ShowingSurface,
  list: readonly ShownPair[],
  digestId: string | null = null,
): Promise<void> {
  if (list.length === 0) return;
  const now = clock.now();
  const rows = list.map(({ trial, id, relevance, fit, related, ...rest }) => ({
    ...rest,
    id: id ?? newId(),
    relevance: share(relevance),
    fit: share(fit),
    related: share(related),
    trialId: trial?.trialId ?? null,
    arm: trial?.arm ?? null,
  }));
  const write = () => db.$executeRaw`
    INSERT INTO "MatchShowing" (id, "needId", "achievementId", "organisationId", "userId", side,
      surface, position, "rankerVersion", "trialId", arm, score, relevance, fit, related, inputs,
      "digestId", "shownOn", "shownAt")
    SELECT id, "needId", "achievementId", ${viewer.organisationId}::uuid, ${viewer.userId}::uuid,
      ${viewer.side}, ${surface}, position, "rankerVersion", "trialId", arm, score, relevance, fit,
      related, inputs, ${digestId}::uuid, ${calendarDate(now)}::date, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS pair(id uuid, "needId" uuid,
      "achievementId" uuid, position smallint, "rankerVersion" text, "trialId" uuid, arm text,
      score float8, relevance float8, fit float8, related float8, inputs jsonb)
    ON CONFLICT ("userId", "needId", "achievementId", surface, "shownOn") DO UPDATE
    SET "trialId" = excluded."trialId", arm = excluded.arm, position = excluded.position,
      "rankerVersion" = excluded."rankerVersion", score = excluded.score,
      relevance = excluded.relevance, fit = excluded.fit, related = excluded.related,
      inputs = excluded.inputs, "shownAt" = excluded."shownAt"
    WHERE "MatchShowing"."trialId" IS NULL AND excluded."trialId" IS NOT NULL`;
  if (!("$transaction" in db)) {
    await write();
    return;
  }
  try {
    await write();
  } catch (error) {
    logger.error({ err: error, surface }, "showings of matches were not recorded");
  }
}

/** Rounding may leave a share a hair outside of 0 to 1, which the table refuses. */
function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
