import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import type { JobHandler } from "../job-handler";

/** Solves the version of a timetable that was ordered; again it changes nothing. */
export const solveRoadshowPlan: JobHandler<"roadshows.solve"> = async ({ planId }, { db }) => {
  await solveOrderedPlan(planId, db);
};
