import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { realNameConduct } from "./real-name-conduct.server";

/** Takes back one's own application. @throws DomainError "wrong_actor", "wrong_state" */
export async function withdrawRealName(
  input: { applicationId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await advance(db, realNameConduct, input.applicationId, "withdraw", actor);
}
