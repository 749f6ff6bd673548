import { createHmac, hkdfSync, randomInt, timingSafeEqual } from "node:crypto";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { Identifier } from "./contact-rules";
import { countAttempt } from "./limit-attempts.server";
import { type CodePurpose, sendCode } from "./send-code.server";

const VALID_MS = 10 * 60 * 1000;
const PAUSE_MS = 30 * 1000;
const TRIES = 5;
const CODES_PER_HOUR = 6;

export type CodeAnswer = "OK" | "WRONG" | "EXPIRED";

const rowKey = (purpose: CodePurpose, to: Identifier) => `code:${purpose}:${to.value}`;

function digest(key: string, code: string): string {
  const secret = Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "contact-code", 32));
  return createHmac("sha256", secret).update(`${key}\n${code}`).digest("base64url");
}

/** Serialises everything that happens to one address, also before it has a row. */
export async function lockContact(tx: Tx, to: Identifier): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${to.value}, 7220412))`;
}

/**
 * Holds the pace of messages to one address: one in 30 seconds, six an hour.
 * @throws DomainError "code_too_soon", "code_too_many" (429)
 */
export async function assertMayWrite(tx: Tx, purpose: CodePurpose, to: Identifier): Promise<void> {
  const pause = await countAttempt(tx, `pause:${rowKey(purpose, to)}`, PAUSE_MS / 1000);
  if (pause.count > 1) {
    const seconds = Math.ceil((pause.endsAt.getTime() - clock.now().getTime()) / 1000);
    throw new DomainError("code_too_soon", { status: 429, params: { seconds } });
  }
  const hour = await countAttempt(tx, `hour:${rowKey(purpose, to)}`, 3600);
  if (hour.count > CODES_PER_HOUR) throw new DomainError("code_too_many", { status: 429 });
}

/**
 * Sends a new six-digit code, valid for ten minutes; the one before it no longer counts. `keptFor`
 * is what `consumeCode` must name when that is more than the address.
 */
export async function issueCode(
  tx: Tx,
  purpose: CodePurpose,
  to: Identifier,
  locale: string,
  keptFor: Identifier = to,
  values: Record<string, string> = {},
): Promise<void> {
  const key = rowKey(purpose, keptFor);
  const code = randomInt(0, 1_000_000).toString().padStart(6, "0");
  const now = clock.now();
  await tx.verification.deleteMany({ where: { identifier: key } });
  await tx.verification.create({
    data: {
      id: newId(),
      identifier: key,
      value: `0:${digest(key, code)}`,
      expiresAt: new Date(now.getTime() + VALID_MS),
      createdAt: now,
    },
  });
  await sendCode(tx, { to, purpose, code, locale, values });
}

/**
 * Compares a code and uses it up. A wrong one costs one of five tries: the caller must commit, not
 * throw, before it tells the person.
 */
export async function consumeCode(
  tx: Tx,
  purpose: CodePurpose,
  to: Identifier,
  code: string,
): Promise<CodeAnswer> {
  const key = rowKey(purpose, to);
  const rows = await tx.$queryRaw<{ id: string; value: string; expiresAt: Date }[]>`
    SELECT id, value, "expiresAt" FROM "Verification" WHERE identifier = ${key} FOR UPDATE`;
  const row = rows[0];
  if (!row || row.expiresAt <= clock.now()) return "EXPIRED";
  const [tries = "0", stored = ""] = row.value.split(":");
  if (Number(tries) >= TRIES) return "EXPIRED";
  const given = Buffer.from(digest(key, code));
  const kept = Buffer.from(stored);
  if (given.length === kept.length && timingSafeEqual(given, kept)) {
    await tx.verification.delete({ where: { id: row.id } });
    return "OK";
  }
  const value = `${Number(tries) + 1}:${stored}`;
  await tx.verification.update({ where: { id: row.id }, data: { value } });
  return "WRONG";
}

/** @throws DomainError "code_wrong" or "code_expired" at the field `code` */
export function assertCodeAccepted(answer: CodeAnswer): void {
  if (answer === "OK") return;
  throw new DomainError(answer === "WRONG" ? "code_wrong" : "code_expired", { field: "code" });
}
