import type { RoadshowState } from "~/domain/roadshows/events/roadshow-procedure";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { runSolver } from "~/domain/roadshows/timetable/run-solver.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import type { Solver } from "~/domain/roadshows/timetable/solver-process.server";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { projectAt, type TestProject } from "./roadshow-call";
import { meetingAt, personAt, type TestPerson } from "./roadshow-people";
import { at, type RoadshowOptions, roadshowAt, seatOf, type TestRoadshow } from "./roadshows";

/** In this process and for a short time, whatever was asked for. */
export const quickSolver: Solver = (task) =>
  runSolver({ ...task, seconds: 0.4, clashSeconds: Math.min(task.clashSeconds, 2) });

export type PlannedEvent = {
  roadshow: TestRoadshow;
  projects: TestProject[];
  presenters: TestPerson[];
  judges: TestPerson[];
  firms: TestPerson[];
  meetings: string[];
  /** Opening, fixed in the first hall at nine. */
  openingId: string;
};

/** An event with confirmed projects and their presenters, judges, firms, accepted meetings and an opening. */
export async function eventToPlan(
  t: { db: Db },
  state: RoadshowState = "SELECTION",
  options: RoadshowOptions & { projects?: number; judges?: number; judgesPerPitch?: number } = {},
): Promise<PlannedEvent> {
  const { projects: pitches = 3, judges: seats = 2, judgesPerPitch = 1, ...rest } = options;
  const roadshow = await roadshowAt(t, state, {
    ...rest,
    rules: { judgesPerPitch, ...rest.rules },
  });
  const projects: TestProject[] = [];
  const presenters: TestPerson[] = [];
  for (let nth = 0; nth < pitches; nth += 1) {
    const project = await projectAt(t, roadshow, "CONFIRMED");
    projects.push(project);
    presenters.push(
      await personAt(t, roadshow, {
        userId: project.presenter.userId,
        roles: ["PRESENTER"],
        name: `讲解人 ${nth + 1}`,
      }),
    );
  }
  const judges: TestPerson[] = [];
  for (let nth = 0; nth < seats; nth += 1) {
    const { actor } = await seatOf(t, roadshow, "JUDGE");
    judges.push(
      await personAt(t, roadshow, {
        userId: actor.userId,
        roles: ["JUDGE"],
        name: `评委 ${nth + 1}`,
      }),
    );
  }
  const firms = [await personAt(t, roadshow), await personAt(t, roadshow)];
  const meetings: string[] = [];
  for (const [nth, firm] of firms.entries()) {
    const presenter = presenters[nth];
    const project = projects[nth];
    if (presenter && project) {
      meetings.push(await meetingAt(t, roadshow, firm, presenter, "ACCEPTED", project.id));
    }
  }
  const openingId = newId();
  await t.db.roadshowItem.create({
    data: {
      id: openingId,
      roadshowId: roadshow.id,
      kind: "OPENING",
      title: "开幕致辞",
      minutes: 30,
      placeId: roadshow.halls[0],
      startsAt: at(roadshow.startsOn, "09:00"),
      position: "FIRST",
    },
  });
  return { roadshow, projects, presenters, judges, firms, meetings, openingId };
}

/** A solved version of the event, a draft. */
export async function solvedPlan(t: { db: Db }, { roadshow }: PlannedEvent): Promise<string> {
  const planId = await orderPlan(
    roadshow.id,
    { reason: "FIRST", note: "" },
    roadshow.organiser.actor,
    t.db,
  );
  await solveOrderedPlan(planId, t.db, quickSolver);
  return planId;
}

/** An event whose timetable is public. */
export async function publishedEvent(
  t: { db: Db },
  as: "PROVISIONAL" | "FINAL" = "FINAL",
  state: RoadshowState = "SELECTION",
  options: Parameters<typeof eventToPlan>[2] = {},
): Promise<PlannedEvent & { planId: string }> {
  const event = await eventToPlan(t, state, options);
  const planId = await solvedPlan(t, event);
  await publishPlan(planId, as, event.roadshow.organiser.actor, t.db);
  return { ...event, planId };
}
