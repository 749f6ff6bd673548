import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { introductionConduct } from "./introduction-conduct.server";

/** The asking side takes its request back. @throws DomainError "wrong_actor" (403), "wrong_state" (409) */
export async function withdrawIntroduction(
  introductionId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await advance(db, introductionConduct, introductionId, "withdraw", actor);
}
