import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { countAttempt } from "./limit-attempts.server";
import { isPasswordOf } from "./password.server";

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

/**
 * Asks again for the password before something serious: whoever found an open session does not know
 * it. Tries are limited per account.
 * @throws DomainError "password_wrong" at `field`, "too_many_requests" (429)
 */
export async function assertOwnPassword(
  password: string,
  field: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { count } = await countAttempt(db, `password:${actor.userId}`, WINDOW_SECONDS);
  if (count > TRIES) throw new DomainError("too_many_requests", { status: 429 });
  if (!(await isPasswordOf(db, actor.userId, password))) {
    throw new DomainError("password_wrong", { field });
  }
}
