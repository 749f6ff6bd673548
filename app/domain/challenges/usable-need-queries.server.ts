import type { DbOrTx } from "~/platform/db.server";

const MAX_CHOICES = 200;

/** Published needs of organisations that a challenge may be made of, the newest first. */
export async function listUsableNeeds(
  db: DbOrTx,
  organisationIds: readonly string[],
): Promise<{ id: string; title: string; organisationId: string }[]> {
  return db.need.findMany({
    where: { organisationId: { in: [...organisationIds] }, state: "PUBLISHED" },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MAX_CHOICES,
    select: { id: true, title: true, organisationId: true },
  });
}
