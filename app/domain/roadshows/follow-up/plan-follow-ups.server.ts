import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { FOLLOWED_EVENT_STATES, PRESENTED_STATES } from "./follow-up-schema";

const DAY_MS = 86_400_000;
const PARAMETERS = ["first", "second", "third"] as const;

/** Days after an event at which its projects are asked, by the parameters in force on a date. */
function readFollowUpDays(db: DbOrTx, on: Date): Promise<number[]> {
  return Promise.all(
    PARAMETERS.map((one) => getPolicyNumber(db, `market.roadshow.follow_up_${one}_days`, on)),
  );
}

/**
 * Sets the days at which every project that was presented is asked what came of it, counted from the last
 * day of a reported event. Running it again adds what is missing only.
 */
export async function planFollowUps(tx: Tx, roadshowId: string): Promise<void> {
  await lockRoadshow(tx, roadshowId);
  const roadshow = await tx.roadshow.findUnique({
    where: { id: roadshowId },
    select: {
      state: true,
      endsOn: true,
      reportedAt: true,
      projects: {
        where: { state: { in: [...PRESENTED_STATES] }, presentedAt: { not: null } },
        select: { id: true, followUps: { select: { id: true }, take: 1 } },
      },
    },
  });
  if (!roadshow?.endsOn || !FOLLOWED_EVENT_STATES.some((state) => state === roadshow.state)) return;
  const { endsOn, reportedAt } = roadshow;
  const missing = roadshow.projects.filter((project) => project.followUps.length === 0);
  if (missing.length === 0) return;
  // The periods in force when the event was reported, even where a project is added later.
  const days = await readFollowUpDays(tx, reportedAt ?? clock.now());
  await tx.roadshowFollowUp.createMany({
    data: missing.flatMap((project) =>
      [...new Set(days)].map((count) => ({
        id: newId(),
        roadshowId,
        projectId: project.id,
        days: count,
        dueOn: new Date(endsOn.getTime() + count * DAY_MS),
      })),
    ),
    skipDuplicates: true,
  });
}
