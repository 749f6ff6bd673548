import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { dateText } from "./deadline-text";
import { missingMaterial } from "./material-rules";
import { tellOwner } from "./project-notices.server";
import { projectSelect } from "./project-rows.server";

/**
 * Reminds those whose slides are not in, or were asked for again, that the date for them is near: once for
 * each date, however often it is asked.
 * @returns how many projects wait for slides
 */
export async function remindMaterials(roadshowId: string, db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    const { materialsDueAt } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { materialsDueAt: true },
    });
    // Moved or over since it was found to be near.
    if (!materialsDueAt || materialsDueAt <= clock.now()) return 0;
    const waiting = await tx.roadshowProject.findMany({
      where: { roadshowId, ...missingMaterial },
      orderBy: { number: "asc" },
      select: projectSelect,
    });
    for (const row of waiting) {
      await tellOwner(tx, row, {
        kind: "pitchMaterialSoon",
        key: materialsDueAt.toISOString(),
        params: { date: dateText(materialsDueAt) },
      });
    }
    return waiting.length;
  });
}
