import { systemActor } from "~/domain/identity/actor";
import { findClosedEvents } from "~/domain/roadshows/follow-up/closed-events-queries.server";
import { noteOutcomes } from "~/domain/roadshows/follow-up/note-outcomes.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { JobContext } from "../job-handler";

/** Contracts and registrations that come after an event was closed; one that fails holds up no other. */
export async function noteLateOutcomes(
  _payload: JobPayloads["roadshows.outcomes"],
  { db, logger }: JobContext,
): Promise<void> {
  const market = systemActor("roadshow-outcomes");
  for (const id of await findClosedEvents(db)) {
    try {
      await inTransaction(db, (tx) => noteOutcomes(tx, id, market));
    } catch (error) {
      logger.error({ err: error, roadshowId: id }, "outcomes of a roadshow not noted");
    }
  }
}
