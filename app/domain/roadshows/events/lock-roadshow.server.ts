import type { Tx } from "~/platform/db.server";

/** Whoever writes about an event locks its row first, whatever else is locked afterwards. */
export async function lockRoadshow(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Roadshow" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}
