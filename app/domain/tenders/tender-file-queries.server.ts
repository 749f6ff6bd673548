import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";

/**
 * A document of a call: public from the issue on, before it for those who work on the tender.
 * @throws DomainError "not_found" (404)
 */
export async function getTenderFile(
  fileId: string,
  actor: Actor | null,
  db: DbOrTx,
): Promise<{ name: string; contentType: string; storageKey: string; isPublic: boolean }> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  const found = isId(fileId)
    ? await db.tenderFile.findFirst({
        where: { fileId },
        include: { file: true, tender: { select: { id: true, issuedAt: true } } },
      })
    : null;
  if (!found || found.file.deletedAt) throw notFound();
  const isPublic = found.tender.issuedAt !== null;
  if (!isPublic) {
    if (!actor) throw notFound();
    await getTenderAccess(db, found.tender.id, actor);
  }
  const { name, contentType, storageKey } = found.file;
  return { name, contentType, storageKey, isPublic };
}
