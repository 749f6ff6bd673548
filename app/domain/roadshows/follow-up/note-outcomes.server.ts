import type { Actor } from "~/domain/identity/actor";
import type { Tx } from "~/platform/db.server";
import { noteOutcome } from "../call/project-moves.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findOutcomes } from "./outcome-queries.server";
import { levelOf } from "./outcome-view";

/** Moves the projects of an event on to how far they have come; never back, and nothing twice. */
export async function noteOutcomes(tx: Tx, roadshowId: string, actor: Actor): Promise<void> {
  await lockRoadshow(tx, roadshowId);
  for (const outcome of await findOutcomes(tx, [roadshowId])) {
    const level = levelOf(outcome);
    if (level && level !== outcome.state) await noteOutcome(tx, outcome.projectId, level, actor);
  }
}
