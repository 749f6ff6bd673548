import { clock } from "~/domain/shared/clock";
import type { Tx } from "~/platform/db.server";

/**
 * Ends a person's part in a room. What was opened to them is taken back, so that coming back later
 * does not bring it back. The caller holds the room's lock.
 */
export async function unseatPerson(
  tx: Tx,
  dealId: string,
  userId: string,
  byId: string,
): Promise<void> {
  const now = clock.now();
  await tx.dealParticipant.updateMany({
    where: { dealId, userId, leftAt: null },
    data: { leftAt: now },
  });
  await tx.disclosureGrant.updateMany({
    where: { dealId, granteeId: userId, revokedAt: null },
    data: { revokedAt: now, revokedById: byId },
  });
}
