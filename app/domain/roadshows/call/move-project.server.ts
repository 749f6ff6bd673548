import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { moveUpReserve } from "./move-up-reserve.server";
import { projectConduct } from "./project-conduct.server";
import {
  PLACE_HOLDING_STATES,
  type ProjectMove,
  type ProjectState,
  projectProcedure,
} from "./project-procedure";

/**
 * Moves a project for a caller who has checked that the actor knows of it, its event locked first. When
 * that gives up a place of the event, the best reserve moves up in the same transaction.
 */
export async function moveProject(
  tx: Tx,
  projectId: string,
  move: ProjectMove,
  input: MoveInput,
  actor: Actor,
): Promise<void> {
  const { roadshowId } = await tx.roadshowProject.findUniqueOrThrow({
    where: { id: projectId },
    select: { roadshowId: true },
  });
  await lockRoadshow(tx, roadshowId);
  const before = await tx.roadshowProject.findUniqueOrThrow({
    where: { id: projectId },
    select: { state: true, side: true },
  });
  await advance(tx, projectConduct, projectId, move, actor, input);
  const gavePlace = PLACE_HOLDING_STATES.includes(before.state as ProjectState);
  const { to } = projectProcedure.moves[move];
  if (gavePlace && (to === "WAIVED" || to === "WITHDRAWN")) {
    await moveUpReserve(tx, roadshowId, before.side);
  }
}
