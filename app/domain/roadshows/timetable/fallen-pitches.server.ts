import type { DbOrTx } from "~/platform/db.server";
import type { MinuteScale } from "./minutes-of-event";
import type { Span } from "./plan-problem";

/** Where the pitches of an event that are off stood last in a public version, as far as that lies ahead. */
export async function findFallenPitches(
  db: DbOrTx,
  roadshowId: string,
  scale: MinuteScale,
  { earliest, minutes }: { earliest: number; minutes: number },
): Promise<{ placeId: string; span: Span }[]> {
  const rows = await db.roadshowEntry.findMany({
    where: {
      kind: "PITCH",
      startsAt: { gte: scale.at(earliest) },
      plan: { roadshowId, sequence: { not: null } },
      project: { state: { in: ["WITHDRAWN", "WAIVED"] } },
    },
    orderBy: { plan: { sequence: "desc" } },
    select: { projectId: true, placeId: true, startsAt: true },
  });
  const last = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    if (row.projectId && !last.has(row.projectId)) last.set(row.projectId, row);
  }
  return [...last.values()].map(({ placeId, startsAt }) => {
    const from = scale.minuteOf(startsAt);
    return { placeId, span: { from, to: from + minutes } };
  });
}
