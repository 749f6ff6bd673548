import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { moveProject } from "./move-project.server";
import { assertProjectSeen } from "./project-access.server";
import type { ProjectMove } from "./project-procedure";

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
