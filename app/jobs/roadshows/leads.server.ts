import { followUpRoadshow } from "~/domain/roadshows/follow-up/follow-up-roadshow.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Makes leads of what happened at an event, and the dates of follow-up once it is reported. */
export async function followRoadshow(
  { roadshowId }: JobPayloads["roadshows.leads"],
  { db }: JobContext,
): Promise<void> {
  await followUpRoadshow(roadshowId, db);
}
