import type { DbOrTx } from "~/platform/db.server";

/** Longest chain of re-runs that is followed back. */
const MOST_RUNS = 20;

/** Organisations that were in default in an earlier run of a lot. */
export async function findBarredOrganisations(
  db: DbOrTx,
  earlierLotId: string | null,
): Promise<string[]> {
  const barred: string[] = [];
  let id = earlierLotId;
  for (let run = 0; id !== null && run < MOST_RUNS; run += 1) {
    const lot: {
      earlierLotId: string | null;
      winnerApplicationId: string | null;
      notices: { kind: string }[];
      applications: { id: string; organisationId: string }[];
    } | null = await db.lot.findUnique({
      where: { id },
      select: {
        earlierLotId: true,
        winnerApplicationId: true,
        // The state moves on when the seller gives the lot up; its notices stay.
        notices: { where: { kind: "DEFAULTED" }, select: { kind: true } },
        applications: { select: { id: true, organisationId: true } },
      },
    });
    if (lot && lot.notices.length > 0) {
      const winner = lot.applications.find((one) => one.id === lot.winnerApplicationId);
      if (winner) barred.push(winner.organisationId);
    }
    id = lot?.earlierLotId ?? null;
  }
  return barred;
}
