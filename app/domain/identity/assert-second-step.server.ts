import { isAPIError } from "better-auth/api";
import { DomainError } from "~/domain/shared/domain-error";
import { auth } from "~/platform/auth.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { countAttempt } from "./limit-attempts.server";
import { assertOwnPassword } from "./own-password.server";

const TRIES_PER_HOUR = 20;
/** Longer than an authenticator's code is good for (30 s, one step of grace on either side). */
const TOTP_SECONDS = 120;

/**
 * Second step before something that binds: the code of the authenticator where the person has one,
 * else the password again. A code serves once.
 * @throws DomainError at `secret`: "password_wrong", "second_factor_wrong" (401), "second_factor_used",
 * and "too_many_requests" (429)
 */
export async function assertSecondStep(
  input: { secret: string; headers: Headers },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { twoFactorEnabled: true },
  });
  if (!user.twoFactorEnabled) {
    await assertOwnPassword(input.secret, "secret", actor, db);
    return;
  }
  const code = input.secret.trim();
  const tries = await countAttempt(db, `second-step:${actor.userId}`, 3600);
  if (tries.count > TRIES_PER_HOUR) throw new DomainError("too_many_requests", { status: 429 });
  try {
    await auth().api.verifyTOTP({ body: { code }, headers: input.headers });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    throw new DomainError("second_factor_wrong", { field: "secret", status: 401 });
  }
  const used = await countAttempt(db, `totp-used:${actor.userId}:${code}`, TOTP_SECONDS);
  if (used.count > 1) throw new DomainError("second_factor_used", { field: "secret" });
}
