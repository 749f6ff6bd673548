import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { moveUpReserve } from "./move-up-reserve.server";
import { assertProjectSeen } from "./project-access.server";
import { projectConduct } from "./project-conduct.server";
import {
  PLACE_HOLDING_STATES,
  type ProjectMove,
  type ProjectState,
  projectProcedure,
} from "./project-procedure";

/**
 * Moves a project, its event locked first. When that gives up a place of the event, the best reserve
 * moves up in the same transaction.
 * @throws DomainError "not_found" (404) for strangers, and what the kernel refuses
 */
export async function advanceProject(
  projectId: string,
  move: ProjectMove,
  input: MoveInput,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!isId(projectId)) throw new DomainError("not_found", { status: 404 });
    await assertProjectSeen(tx, projectId, actor);
    await moveProject(tx, projectId, move, input, actor);
  });
}

/** The same inside the transaction of a caller who has checked that the actor knows of the project. */
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
