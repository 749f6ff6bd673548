import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

export type OwnListing = { kind: ListingKind; id: string; title: string; isBlinded: boolean };

/** Listings of one kind that a choice offers; older ones are reached from their own pages. */
const MAX_CHOICES = 100;

/** Published listings of an organisation, the newest first. */
export async function listOwnListings(
  db: DbOrTx,
  organisationId: string,
  kinds: readonly ListingKind[] = ["achievement", "need"],
): Promise<OwnListing[]> {
  const query = {
    where: {
      organisationId,
      state: "PUBLISHED",
      OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }],
    },
    orderBy: { publishedAt: "desc" as const },
    take: MAX_CHOICES,
    select: { id: true, title: true, isBlinded: true },
  };
  const [achievements, needs] = await Promise.all([
    kinds.includes("achievement") ? db.achievement.findMany(query) : [],
    kinds.includes("need") ? db.need.findMany(query) : [],
  ]);
  return [
    ...achievements.map((row) => ({ kind: "achievement" as const, ...row })),
    ...needs.map((row) => ({ kind: "need" as const, ...row })),
  ];
}
