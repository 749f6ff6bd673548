import type { SystemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { dateText } from "./deadline-text";
import { moveProject } from "./move-project.server";
import { tellOwner } from "./project-notices.server";
import { projectSelect } from "./project-rows.server";

/** Who has not answered is reminded when this much is left. */
const REMIND_MS = 24 * 3_600_000;

/**
 * What is due about confirmations: no answer in time is a waiver, and the best reserve moves up; who has
 * a day left is reminded once.
 * @returns how many places were given up
 */
export async function settleConfirmations(
  roadshowId: string,
  actor: SystemActor,
  db: Db,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    const now = clock.now();
    const open = await tx.roadshowProject.findMany({
      where: {
        roadshowId,
        state: "SELECTED",
        confirmDueAt: { lte: new Date(now.getTime() + REMIND_MS) },
      },
      orderBy: { number: "asc" },
      select: projectSelect,
    });
    let waived = 0;
    for (const row of open) {
      const due = row.confirmDueAt ?? now;
      if (due <= now) {
        await moveProject(tx, row.id, "waive", {}, actor);
        waived += 1;
      } else {
        const told = { kind: "pitchConfirmSoon", key: due.toISOString() } as const;
        await tellOwner(tx, row, { ...told, params: { date: dateText(due) } });
      }
    }
    return waived;
  });
}
