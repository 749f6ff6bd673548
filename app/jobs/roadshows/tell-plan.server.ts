import { tellPlan } from "~/domain/roadshows/timetable/tell-plan.server";
import type { JobHandler } from "../job-handler";

/** Tells people what a published version of the timetable changes for them; each is told once. */
export const tellRoadshowPlan: JobHandler<"roadshows.tellPlan"> = async ({ planId }, { db }) => {
  await tellPlan(planId, db);
};
