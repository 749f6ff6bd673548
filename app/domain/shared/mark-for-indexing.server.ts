import type { Tx } from "~/platform/db.server";
import { enqueueJob } from "./enqueue-job.server";

export type IndexedKind = "achievement" | "need" | "organisation" | "broker";

/**
 * Notes in the outbox that search documents are behind PostgreSQL and wakes the sync job.
 * The row stays until the search engine has confirmed the document.
 */
export async function markForIndexing(
  tx: Tx,
  kind: IndexedKind,
  ids: string | readonly string[],
): Promise<void> {
  const list = typeof ids === "string" ? [ids] : ids;
  if (list.length === 0) return;
  await tx.searchOutbox.createMany({
    data: list.map((documentId) => ({ index: kind, documentId })),
  });
  await enqueueJob(tx, "search.sync", {}, { key: "search.sync" });
}
