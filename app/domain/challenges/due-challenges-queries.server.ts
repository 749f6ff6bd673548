import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

/** Challenges whose deadline or publicity has passed without anything having happened. */
export async function findDueChallenges(db: DbOrTx, take = 100): Promise<string[]> {
  const now = clock.now();
  const due = await db.challenge.findMany({
    where: {
      OR: [
        { state: "PUBLISHED", intentionsDueAt: { lte: now } },
        {
          state: "PUBLICITY",
          publicityEndsAt: { lte: now },
          objections: { none: { outcome: null } },
        },
      ],
    },
    orderBy: { intentionsDueAt: "asc" },
    take,
    select: { id: true },
  });
  return due.map((one) => one.id);
}
