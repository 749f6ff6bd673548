import { ROADSHOW_TOPICS } from "~/domain/roadshows/day/roadshow-hint-schema";
import { noteRoadshowNews } from "~/domain/roadshows/day/roadshow-news.server";
import { findStageBoard, listStagePlaceIds } from "~/domain/roadshows/day/stage-queries.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { publishRoadshowHint, publishStage } from "~/realtime/publish.server";
import type { JobContext } from "../job-handler";

/**
 * Tells the open pages of an event what has changed. Stages are sent what they show: a new plan or an
 * announced delay changes them too.
 */
export async function publishRoadshowChange(
  { roadshowId, topic, placeId }: JobPayloads["realtime.roadshow"],
  { db }: JobContext,
): Promise<void> {
  const known = ROADSHOW_TOPICS.find((one) => one === topic);
  if (!known) return;
  noteRoadshowNews();
  if (known === "stage" || known === "plan") {
    const placeIds = placeId ? [placeId] : await listStagePlaceIds(db, roadshowId);
    for (const id of placeIds) {
      const board = await findStageBoard(db, id);
      if (board) publishStage(board);
    }
  }
  publishRoadshowHint({ roadshowId, topic: known, ...(placeId ? { placeId } : {}) });
}
