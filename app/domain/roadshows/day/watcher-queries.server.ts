import type { DbOrTx } from "~/platform/db.server";
import { PUBLIC_STATES } from "../events/roadshow-procedure";

/**
 * Which of the events, or stages of events, everybody may follow.
 * @param keys "roadshowId" or "roadshowId/placeId"
 */
export async function findWatcher(
  db: DbOrTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, true>> {
  const pairs = keys.map((key) => {
    const [roadshowId = "", placeId] = key.split("/");
    return { key, roadshowId, placeId };
  });
  const rows = await db.roadshow.findMany({
    where: { id: { in: pairs.map((one) => one.roadshowId) }, state: { in: [...PUBLIC_STATES] } },
    select: {
      id: true,
      places: {
        where: { id: { in: pairs.flatMap((one) => one.placeId ?? []) } },
        select: { id: true },
      },
    },
  });
  const found = new Map<string, true>();
  for (const { key, roadshowId, placeId } of pairs) {
    const row = rows.find((one) => one.id === roadshowId);
    if (!row) continue;
    if (placeId === undefined || row.places.some((one) => one.id === placeId)) found.set(key, true);
  }
  return found;
}
