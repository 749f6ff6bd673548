import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import type { Listing } from "./listing";
import { KIND } from "./listing-kind-rules";

/** Records what stands in the listings now as their next version. All are of one kind. */
export async function addVersions(
  tx: Tx,
  listings: readonly Listing[],
  actor: Actor,
  note: string,
): Promise<void> {
  const [first] = listings;
  if (!first) return;
  const where = { id: { in: listings.map((listing) => listing.id) } };
  const data = { versionNumber: { increment: 1 } };
  if (first.kind === "achievement") await tx.achievement.updateMany({ where, data });
  else await tx.need.updateMany({ where, data });
  await tx.listingVersion.createMany({
    data: listings.map((listing) => ({
      id: newId(),
      [KIND[listing.kind].foreignKey]: listing.id,
      number: listing.versionNumber + 1,
      content: {
        ...listing.content,
        regionCode: listing.content.regionCode ?? listing.organisation.regionCode,
      },
      note,
      changedById: actor.kind === "USER" ? actor.userId : null,
      createdAt: clock.now(),
    })),
  });
}
