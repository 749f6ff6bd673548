import { placeNewcomer } from "~/domain/roadshows/day/place-newcomer.server";
import type { JobHandler } from "../job-handler";

/** A project confirmed while its event runs gets its place in the public timetable; again nothing changes. */
export const placeRoadshowNewcomer: JobHandler<"roadshows.placeNewcomer"> = async (
  { projectId },
  { db },
) => {
  await placeNewcomer(projectId, db);
};
