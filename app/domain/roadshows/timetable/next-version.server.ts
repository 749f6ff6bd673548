import type { Tx } from "~/platform/db.server";

/** Number of the next version; the event is locked. */
export async function nextVersion(tx: Tx, roadshowId: string): Promise<number> {
  const { _max } = await tx.roadshowPlan.aggregate({
    where: { roadshowId },
    _max: { version: true },
  });
  return (_max.version ?? 0) + 1;
}
