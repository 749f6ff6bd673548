import type { Prisma } from "#prisma/client/client";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
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
 * a pair and a place of display; the first place of the day counts. One statement. Outside of a
 * transaction a failure is logged only, because a page must not fail over it.
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
  const data = list.map((pair): Prisma.MatchShowingCreateManyInput => {
    const { trial, id, inputs, ...rest } = pair;
    return {
      ...rest,
      id: id ?? newId(),
      userId: viewer.userId,
      organisationId: viewer.organisationId,
      side: viewer.side,
      surface,
      relevance: share(rest.relevance),
      fit: share(rest.fit),
      related: share(rest.related),
      inputs: inputs as Prisma.InputJsonValue,
      trialId: trial?.trialId ?? null,
      arm: trial?.arm ?? null,
      digestId,
      shownOn: dateColumn(calendarDate(now)),
      shownAt: now,
    };
  });
  const write = () => db.matchShowing.createMany({ data, skipDuplicates: true });
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
