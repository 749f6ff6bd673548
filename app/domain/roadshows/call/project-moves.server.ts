import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { refusalOf } from "~/domain/shared/procedure/procedure";
import type { Tx } from "~/platform/db.server";
import { moveProject } from "./move-project.server";
import { projectConduct } from "./project-conduct.server";
import { OUTCOMES, type Outcome, type ProjectMove, projectProcedure } from "./project-procedure";

/**
 * A speaker cannot come: the project leaves the event and the best reserve moves up with a short time to
 * confirm. For organisers, in the caller's transaction.
 */
export async function withdrawForIllness(
  tx: Tx,
  projectId: string,
  note: string,
  actor: Actor,
): Promise<void> {
  await moveProject(tx, projectId, "fallIll", { note }, actor);
}

/** The project was shown on stage. Once more does nothing. */
export async function markPresented(tx: Tx, projectId: string, actor: Actor): Promise<void> {
  const { state } = await stateOf(tx, projectId);
  if (["PRESENTED", ...OUTCOMES, "DROPPED"].includes(state)) return;
  await advance(tx, projectConduct, projectId, "present", actor);
}

/** Nobody came to show it. Once more does nothing. */
export async function markNoShow(
  tx: Tx,
  projectId: string,
  note: string,
  actor: Actor,
): Promise<void> {
  const { state } = await stateOf(tx, projectId);
  if (state === "NO_SHOW") return;
  await advance(tx, projectConduct, projectId, "miss", actor, { note });
}

const MOVE_TO: Record<Outcome, ProjectMove> = {
  MEETINGS: "meet",
  INTENTION: "intend",
  CONTRACT: "contract",
  REGISTERED: "register",
};

/**
 * Notes what has come of a project as the market knows it. Only forward: what is reached already, or a
 * project that was not on the programme, stays as it is. The move is the market's; its evidence names
 * who caused it.
 * @returns whether the project has moved
 */
export async function noteOutcome(
  tx: Tx,
  projectId: string,
  outcome: Outcome,
  actor: Actor,
): Promise<boolean> {
  const { state } = await stateOf(tx, projectId);
  const move = MOVE_TO[outcome];
  const market = new Set(["market"] as const);
  if (refusalOf(projectProcedure, state, market, move) !== null) return false;
  const causedBy = actor.kind === "USER" ? actor.userId : null;
  const by = systemActor("roadshow-outcomes");
  await advance(tx, projectConduct, projectId, move, by, { causedBy });
  return true;
}

async function stateOf(tx: Tx, id: string): Promise<{ state: string }> {
  // Locked here: between reading and moving nobody else may move it.
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM "RoadshowProject" WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? { state: "" };
}
