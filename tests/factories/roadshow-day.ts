import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { type ProjectOptions, projectAt, type TestProject } from "./roadshow-call";
import { personAt, type TestPerson } from "./roadshow-people";
import { at, type RoadshowOptions, roadshowAt, seatOf, type TestRoadshow } from "./roadshows";

const MINUTE_MS = 60_000;

export type TestDay = {
  roadshow: TestRoadshow;
  organiser: UserActor;
  /** First hall. */
  placeId: string;
  projects: TestProject[];
  judges: { memberId: string; actor: UserActor }[];
  entryIds: string[];
  planId: string;
};

/**
 * A running event with its projects one after the other in the first hall from nine o'clock, before all of
 * its judges; the timetable is written down without the solver.
 */
export async function dayAt(
  t: { db: Db },
  options: RoadshowOptions & {
    projects?: number;
    judges?: number;
    project?: ProjectOptions;
  } = {},
): Promise<TestDay> {
  const { db } = t;
  const { projects: count = 2, judges: seats = 0, project: values = {}, ...rest } = options;
  const roadshow = await roadshowAt(t, "LIVE", rest);
  const { id: roadshowId, startsOn } = roadshow;
  const projects: TestProject[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    projects.push(await projectAt(t, roadshow, "CONFIRMED", values));
  }
  const judges: TestDay["judges"] = [];
  const panel: TestPerson[] = [];
  for (let nth = 0; nth < seats; nth += 1) {
    const seat = await seatOf(t, roadshow, "JUDGE");
    judges.push(seat);
    panel.push(await personAt(t, roadshow, { userId: seat.actor.userId, roles: ["JUDGE"] }));
  }
  const planId = newId();
  const placeId = roadshow.halls[0];
  await db.roadshowPlan.create({
    data: { id: planId, roadshowId, version: 1, state: "DRAFT", createdAt: clock.now() },
  });
  const first = at(startsOn, "09:00").getTime();
  const entryIds: string[] = [];
  for (const [nth, project] of projects.entries()) {
    const startsAt = new Date(first + nth * 15 * MINUTE_MS);
    const endsAt = new Date(startsAt.getTime() + 15 * MINUTE_MS);
    const id = newId();
    entryIds.push(id);
    await db.roadshowEntry.create({
      data: {
        id,
        planId,
        kind: "PITCH",
        projectId: project.id,
        placeId,
        startsAt,
        endsAt,
        freeAt: endsAt,
        people: {
          create: panel.map((one) => ({
            participantId: one.id,
            role: "JUDGE",
            planId,
            startsAt,
            endsAt,
          })),
        },
      },
    });
  }
  await db.$transaction([
    db.$executeRaw`SELECT set_config('market.procedure', 'RoadshowPlan', true)`,
    db.$executeRaw`
      UPDATE "RoadshowPlan" SET state = 'FINAL', sequence = 1, "publishedAt" = now()
      WHERE id = ${planId}::uuid`,
    db.$executeRaw`UPDATE "Roadshow" SET "planId" = ${planId}::uuid WHERE id = ${roadshowId}::uuid`,
  ]);
  const organiser = roadshow.organiser.actor;
  return { roadshow, organiser, placeId, projects, judges, entryIds, planId };
}
