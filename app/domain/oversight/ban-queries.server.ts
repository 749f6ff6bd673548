import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

export type RunningBan = { id: string; fromAt: Date; untilAt: Date; reason: string };

/** The ban from trading that an organisation is under now, the one that ends last. */
export async function findBan(db: DbOrTx, organisationId: string): Promise<RunningBan | null> {
  const now = clock.now();
  return db.tradeBan.findFirst({
    where: { organisationId, liftedAt: null, fromAt: { lte: now }, untilAt: { gt: now } },
    orderBy: { untilAt: "desc" },
    select: { id: true, fromAt: true, untilAt: true, reason: true },
  });
}
