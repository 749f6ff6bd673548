import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { Tx } from "~/platform/db.server";

/** A card can be taken back for a while before its lead is made, and a burst of cards is one run. */
const WINDOW_MS = 5 * 60_000;

/** Has the leads of an event made after the end of the present five minutes. */
export async function enqueueLeads(tx: Tx, roadshowId: string): Promise<void> {
  const window = Math.floor(clock.now().getTime() / WINDOW_MS) + 1;
  await enqueueJob(
    tx,
    "roadshows.leads",
    { roadshowId },
    { runAt: new Date(window * WINDOW_MS), key: `roadshow-leads:${roadshowId}:${window}` },
  );
}
