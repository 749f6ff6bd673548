import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";

/** A row of the list with its event locked. @throws DomainError "not_found" (404) */
export async function lockSigning(tx: Tx, id: string) {
  const found = isId(id)
    ? await tx.roadshowSigning.findUnique({ where: { id }, select: { roadshowId: true } })
    : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  await lockRoadshow(tx, found.roadshowId);
  return tx.roadshowSigning.findUniqueOrThrow({ where: { id } });
}
