import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

const TAKE = 500;

export type DueRoadshow = { id: string; what: "CALL_OVER" | "CONFIRMATIONS" | "FOLLOW_UP" };

/** Events about which something may be due, the longest waiting first. */
export async function findDueRoadshows(db: DbOrTx): Promise<DueRoadshow[]> {
  const now = clock.now();
  const select = { id: true } as const;
  const [calls, confirming, followed] = await Promise.all([
    db.roadshow.findMany({
      where: { state: "CALL_OPEN", callDueAt: { lte: now } },
      orderBy: { callDueAt: "asc" },
      take: TAKE,
      select,
    }),
    db.roadshow.findMany({
      where: {
        state: { in: ["SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE"] },
        projects: { some: { state: "SELECTED" } },
      },
      orderBy: { startsOn: "asc" },
      take: TAKE,
      select,
    }),
    db.roadshow.findMany({
      where: { state: { in: ["REPORTED", "FOLLOW_UP"] } },
      orderBy: { endsOn: "asc" },
      take: TAKE,
      select,
    }),
  ]);
  const as = (rows: readonly { id: string }[], what: DueRoadshow["what"]) =>
    rows.map(({ id }) => ({ id, what }));
  return [
    ...as(calls, "CALL_OVER"),
    ...as(confirming, "CONFIRMATIONS"),
    ...as(followed, "FOLLOW_UP"),
  ];
}
