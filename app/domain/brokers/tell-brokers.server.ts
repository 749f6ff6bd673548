import { coversRegion } from "~/domain/identity/region-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx, Tx } from "~/platform/db.server";

export const BOARD_HREF = "/desk/broker";

type Profile = { id: string; userId: string; displayName: string; regionCode: string | null };

/** Tells a broker what became of the profile. */
export async function tellBroker(
  tx: Tx,
  kind: "brokerVerified" | "brokerReturned" | "brokerRecheck" | "brokerSuspended" | "brokerRevoked",
  profile: Profile,
  { note, at }: { note: string; at: Date },
): Promise<void> {
  const notice = {
    userIds: [profile.userId],
    href: BOARD_HREF,
    dedupeKey: `broker:${profile.id}:${kind}:${at.getTime()}`,
  };
  if (kind === "brokerVerified" || kind === "brokerRecheck") {
    await notify(tx, { ...notice, kind, params: {} });
  } else {
    await notify(tx, { ...notice, kind, params: { note } });
  }
}

/** Tells the talent-pool officers of the broker's region. */
export async function tellTalentPool(
  tx: Tx,
  kind: "brokerSubmitted" | "brokerReviewOverdue",
  profile: Profile,
): Promise<void> {
  await notify(tx, {
    userIds: await listTalentPoolIds(tx, profile.regionCode),
    kind,
    params: { name: profile.displayName },
    href: `/office/brokers/${profile.id}`,
    dedupeKey: `broker:${profile.id}:${kind}:${clock.now().getTime()}`,
  });
}

/** Persons with a running talent-pool seat that covers a region. */
export async function listTalentPoolIds(db: DbOrTx, regionCode: string | null): Promise<string[]> {
  const now = clock.now();
  const seats = await db.officeAssignment.findMany({
    where: {
      office: "TALENT_POOL",
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { deactivatedAt: null },
    },
    select: { userId: true, regionCode: true },
  });
  const covering = seats.filter((seat) => coversRegion(seat.regionCode, regionCode));
  return [...new Set(covering.map((seat) => seat.userId))];
}
