import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import type { Tx } from "~/platform/db.server";

/**
 * Marks an organisation and its published listings for the search index: their documents carry its
 * name, kind and whether it is verified.
 */
export async function markOrganisation(tx: Tx, organisationId: string): Promise<void> {
  const where = { organisationId, state: "PUBLISHED" };
  const select = { id: true } as const;
  const [achievements, needs] = await Promise.all([
    tx.achievement.findMany({ where, select }),
    tx.need.findMany({ where, select }),
  ]);
  await markForIndexing(tx, "organisation", organisationId);
  await markForIndexing(
    tx,
    "achievement",
    achievements.map((row) => row.id),
  );
  await markForIndexing(
    tx,
    "need",
    needs.map((row) => row.id),
  );
}
