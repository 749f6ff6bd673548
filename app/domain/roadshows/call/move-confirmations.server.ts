import type { Tx } from "~/platform/db.server";

/**
 * The event's end of confirmations moves: those who have still to answer and had that date get the new
 * one. Dates of their own, such as that of a reserve who moved up, stay. The event is locked.
 */
export async function moveConfirmations(
  tx: Tx,
  event: { id: string; confirmDueAt: Date | null },
  confirmDueAt: Date | null,
): Promise<void> {
  if (event.confirmDueAt === null || confirmDueAt === null) return;
  await tx.roadshowProject.updateMany({
    where: { roadshowId: event.id, state: "SELECTED", confirmDueAt: event.confirmDueAt },
    data: { confirmDueAt },
  });
}
