import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";

/** Locks an event for its organiser. @throws DomainError "not_found" (404) for everybody else */
export async function lockForOrganiser(tx: Tx, id: string, actor: UserActor): Promise<void> {
  if (!isId(id)) throw new DomainError("not_found", { status: 404 });
  await assertOrganiser(tx, id, actor);
  await lockRoadshow(tx, id);
}
