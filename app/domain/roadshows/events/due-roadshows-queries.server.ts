import type { Prisma } from "#prisma/client/client";
import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { missingMaterial } from "../call/material-rules";

const PAGE = 500;
const DAY_MS = 86_400_000;

export type DueRoadshow = {
  id: string;
  what: "CALL_OVER" | "CONFIRMATIONS" | "MATERIALS" | "FOLLOW_UP";
};

/** Events about which something may be due, all of them, the longest waiting first. */
export async function findDueRoadshows(db: DbOrTx, page = PAGE): Promise<DueRoadshow[]> {
  const now = clock.now();
  const days = await getPolicyNumber(db, "market.roadshow.material_remind_days", now);
  const soon = new Date(now.getTime() + days * DAY_MS);
  const [calls, confirming, materials, followed] = await Promise.all([
    listIds(db, page, { callDueAt: "asc" }, { state: "CALL_OPEN", callDueAt: { lte: now } }),
    listIds(
      db,
      page,
      { startsOn: "asc" },
      {
        state: { in: ["SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE", "MATCHING"] },
        projects: { some: { state: "SELECTED" } },
      },
    ),
    listIds(
      db,
      page,
      { materialsDueAt: "asc" },
      {
        state: { in: ["SELECTION", "AGENDA_SET", "REGISTRATION"] },
        materialsDueAt: { gt: now, lte: soon },
        projects: { some: missingMaterial },
      },
    ),
    listIds(db, page, { endsOn: "asc" }, { state: { in: ["REPORTED", "FOLLOW_UP"] } }),
  ]);
  const as = (ids: readonly string[], what: DueRoadshow["what"]) => ids.map((id) => ({ id, what }));
  return [
    ...as(calls, "CALL_OVER"),
    ...as(confirming, "CONFIRMATIONS"),
    ...as(materials, "MATERIALS"),
    ...as(followed, "FOLLOW_UP"),
  ];
}

/** Pages on until nothing is left: an event behind many others is not forgotten. */
async function listIds(
  db: DbOrTx,
  page: number,
  order: Prisma.RoadshowOrderByWithRelationInput,
  where: Prisma.RoadshowWhereInput,
): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const rows = await db.roadshow.findMany({
      where,
      orderBy: [order, { id: "asc" }],
      skip: ids.length,
      take: page,
      select: { id: true },
    });
    ids.push(...rows.map((row) => row.id));
    if (rows.length < page) return ids;
  }
}
