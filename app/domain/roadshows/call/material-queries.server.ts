import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { getSeenProject } from "./project-access.server";

/**
 * The slides of a project for its owner, the organiser, the office and the staff of the stage.
 * @throws DomainError "not_found" (404)
 */
export async function getMaterial(
  db: DbOrTx,
  projectId: string,
  actor: UserActor,
): Promise<{ name: string; contentType: string; storageKey: string; isPublic: boolean }> {
  const { row } = await getSeenProject(db, projectId, actor);
  const file = row.materialFileId
    ? await db.storedFile.findUnique({
        where: { id: row.materialFileId },
        select: { name: true, contentType: true, storageKey: true, deletedAt: true },
      })
    : null;
  if (!file || file.deletedAt) throw new DomainError("not_found", { status: 404 });
  const { name, contentType, storageKey } = file;
  return { name, contentType, storageKey, isPublic: false };
}
