import type { Db } from "~/platform/db.server";
import { tellRoadshowHint, tellRoadshowNews } from "./roadshow-news.server";
import { findStageBoard, listStagePlaceIds } from "./stage-queries.server";

/** After a change of the day: every stage of the event, or one, and the pages that show its plan. */
export async function tellStage(db: Db, roadshowId: string, placeId?: string): Promise<void> {
  for (const id of placeId ? [placeId] : await listStagePlaceIds(db, roadshowId)) {
    const board = await findStageBoard(db, id);
    if (board) tellRoadshowNews({ kind: "STAGE", board });
  }
  tellRoadshowHint({ roadshowId, topic: "plan" });
}
