import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";

/**
 * A file of a room's conversation.
 * @throws DomainError "not_found" (404), "deal_area_closed" (403)
 */
export async function getDealFile(
  dealId: string,
  fileId: string,
  actor: UserActor,
  db: Db,
): Promise<{ name: string; contentType: string; storageKey: string }> {
  await getDealAccess(db, dealId, actor, "CONVERSATION");
  const message = isId(fileId)
    ? await db.dealMessage.findFirst({
        where: { dealId, fileId, file: { deletedAt: null } },
        select: { file: { select: { name: true, contentType: true, storageKey: true } } },
      })
    : null;
  return assertFound(message?.file);
}
