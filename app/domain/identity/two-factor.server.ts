import { isAPIError } from "better-auth/api";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import { auth } from "~/platform/auth.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertOwnPassword } from "./own-password.server";
import { assertCan } from "./permission-rules";

async function record(actor: UserActor, db: Db, action: string): Promise<void> {
  await inTransaction(db, (tx) =>
    appendAudit(tx, actor, { action, subjectType: "User", subjectId: actor.userId }),
  );
}

/**
 * First step: a secret for the authenticator app. It counts only once a code has been confirmed.
 * @returns the otpauth:// address
 * @throws DomainError "password_wrong" (field `password`), "totp_already_on", "too_many_requests"
 */
export async function beginTwoFactor(
  input: { password: string; headers: Headers },
  actor: UserActor,
  db: Db,
): Promise<string> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await assertOwnPassword(input.password, "password", actor, db);
  try {
    const begun = await auth().api.enableTwoFactor({
      body: { password: input.password, method: "totp" },
      headers: input.headers,
    });
    if (!("totpURI" in begun) || !begun.totpURI)
      throw new Error("no address for the authenticator");
    return begun.totpURI;
  } catch (error) {
    if (isAPIError(error)) throw new DomainError("totp_already_on", { status: 409 });
    throw error;
  }
}

/**
 * Second step: a code from the app turns two-step verification on.
 * @returns the backup codes, shown this once, and the cookies of the renewed session
 * @throws DomainError "second_factor_wrong" (field `code`)
 */
export async function confirmTwoFactor(
  input: { code: string; headers: Headers },
  actor: UserActor,
  db: Db,
): Promise<{ backupCodes: string[]; headers: Headers }> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  let headers: Headers;
  try {
    const answer = await auth().api.verifyTOTP({
      body: { code: input.code },
      headers: input.headers,
      returnHeaders: true,
    });
    headers = answer.headers;
  } catch (error) {
    if (isAPIError(error)) throw new DomainError("second_factor_wrong", { field: "code" });
    throw error;
  }
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: actor.userId } });
  await record(actor, db, "identity.two-factor.turned-on");
  return { backupCodes, headers };
}

/**
 * New backup codes; the old ones stop working.
 * @throws DomainError "password_wrong" (field `password`), "too_many_requests"
 */
export async function renewBackupCodes(
  input: { password: string; headers: Headers },
  actor: UserActor,
  db: Db,
): Promise<string[]> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await assertOwnPassword(input.password, "password", actor, db);
  const { backupCodes } = await auth().api.generateBackupCodes({
    body: { password: input.password },
    headers: input.headers,
  });
  await record(actor, db, "identity.two-factor.codes-renewed");
  return backupCodes;
}

/**
 * Turns two-step verification off.
 * @returns cookies of the renewed session
 * @throws DomainError "password_wrong" (field `password`), "too_many_requests"
 */
export async function endTwoFactor(
  input: { password: string; headers: Headers },
  actor: UserActor,
  db: Db,
): Promise<Headers> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await assertOwnPassword(input.password, "password", actor, db);
  const { headers } = await auth().api.disableTwoFactor({
    body: { password: input.password },
    headers: input.headers,
    returnHeaders: true,
  });
  await record(actor, db, "identity.two-factor.turned-off");
  return headers;
}
