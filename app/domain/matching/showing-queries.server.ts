import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

type Pair = { needId: string; achievementId: string; organisationId: string };

const columns = {
  id: true,
  surface: true,
  position: true,
  rankerVersion: true,
  trialId: true,
  arm: true,
  score: true,
  relevance: true,
  fit: true,
  related: true,
  inputs: true,
  digestId: true,
  shownAt: true,
} as const;

/**
 * What a side was last shown about a pair, or at the showing that is named, as it is kept with the
 * answer; null when no showing was recorded.
 */
export async function findShown(
  tx: Tx,
  pair: Pair,
  showingId?: string,
): Promise<Prisma.InputJsonObject | null> {
  const row = await tx.matchShowing.findFirst({
    where: { ...pair, ...(showingId ? { id: showingId } : {}) },
    orderBy: [{ shownAt: "desc" }, { id: "desc" }],
    select: columns,
  });
  if (!row) return null;
  const { id, position, inputs, shownAt, ...rest } = row;
  return {
    showingId: id,
    rank: position,
    ...rest,
    inputs: inputs as Prisma.InputJsonValue,
    shownAt: shownAt.toISOString(),
  };
}
