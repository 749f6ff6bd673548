import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import { auth } from "~/platform/auth.server";
import type { Db } from "~/platform/db.server";
import { systemActor } from "./actor";
import type { Identifier } from "./contact-rules";
import { countAttempt } from "./limit-attempts.server";
import { isPasswordOf } from "./password.server";
import { findUserByIdentifier, isConfirmed } from "./user-queries.server";

/** Wrong passwords in a row before the account is locked, and for how long. */
export const SIGN_IN_TRIES = 5;
export const LOCK_MINUTES = 15;

export type SignedIn =
  | { kind: "DONE"; headers: Headers }
  | { kind: "SECOND_FACTOR"; headers: Headers }
  /** Right password, address not confirmed yet. */
  | { kind: "CONFIRM_FIRST" };

/**
 * Signs a person in. Each try is counted before the password is looked at, so that parallel guesses
 * cannot slip through; an unknown address is counted and locked alike, so that it cannot be told
 * from a known one.
 * @returns the cookies to set
 * @throws DomainError "sign_in_failed" (401), "account_locked" (429)
 */
export async function signIn(
  input: { identifier: Identifier; password: string; headers: Headers },
  db: Db,
): Promise<SignedIn> {
  const user = await findUserByIdentifier(db, input.identifier);
  const active = user && !user.deactivatedAt ? user : null;
  if (active) await claimTry(db, active.id);
  else await claimTryOfStranger(db, input.identifier);

  if (!(await isPasswordOf(db, active?.id ?? null, input.password)) || !active) {
    throw new DomainError("sign_in_failed", { status: 401 });
  }
  if (!isConfirmed(active, input.identifier)) return { kind: "CONFIRM_FIRST" };

  const { headers, response } = await auth().api.signInEmail({
    body: { email: active.email, password: input.password },
    headers: input.headers,
    returnHeaders: true,
  });
  await inTransaction(db, async (tx) => {
    await tx.user.update({
      where: { id: active.id },
      data: { failedSignIns: 0, lockedUntil: null },
    });
    await appendAudit(tx, systemActor("sign-in"), {
      action: "identity.user.signed-in",
      subjectType: "User",
      subjectId: active.id,
      detail: { secondFactor: "twoFactorRedirect" in response },
    });
  });
  return { kind: "twoFactorRedirect" in response ? "SECOND_FACTOR" : "DONE", headers };
}

function lockedError(until: Date): DomainError {
  const minutes = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 60_000));
  return new DomainError("account_locked", { status: 429, params: { minutes } });
}

async function claimTry(db: Db, userId: string): Promise<void> {
  const now = clock.now();
  const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  const lockedUntil = await inTransaction(db, async (tx) => {
    const rows = await tx.$queryRaw<{ failedSignIns: number; lockedUntil: Date | null }[]>`
      SELECT "failedSignIns", "lockedUntil" FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const row = rows[0];
    if (row?.lockedUntil && row.lockedUntil > now) return row.lockedUntil;
    // A lock that has run out starts the count anew.
    const tries = (row?.lockedUntil ? 0 : (row?.failedSignIns ?? 0)) + 1;
    if (tries <= SIGN_IN_TRIES) {
      await tx.user.update({
        where: { id: userId },
        data: { failedSignIns: tries, lockedUntil: null },
      });
      return null;
    }
    await tx.user.update({
      where: { id: userId },
      data: { failedSignIns: tries, lockedUntil: until },
    });
    await appendAudit(tx, systemActor("sign-in"), {
      action: "identity.user.locked",
      subjectType: "User",
      subjectId: userId,
      detail: { minutes: LOCK_MINUTES },
    });
    return until;
  });
  if (lockedUntil) throw lockedError(lockedUntil);
}

async function claimTryOfStranger(db: Db, identifier: Identifier): Promise<void> {
  const { count, endsAt } = await countAttempt(
    db,
    `sign-in:${identifier.value}`,
    LOCK_MINUTES * 60,
  );
  if (count > SIGN_IN_TRIES) throw lockedError(endsAt);
}
