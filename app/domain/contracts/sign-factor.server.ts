import { isAPIError } from "better-auth/api";
import type { UserActor } from "~/domain/identity/actor";
import {
  assertCodeAccepted,
  assertMayWrite,
  type CodeAnswer,
  consumeCode,
  issueCode,
  lockContact,
} from "~/domain/identity/contact-code.server";
import {
  type Identifier,
  isPlaceholderEmail,
  maskEmail,
  maskPhone,
} from "~/domain/identity/contact-rules";
import { countAttempt } from "~/domain/identity/limit-attempts.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import { auth } from "~/platform/auth.server";
import type { Db, DbOrTx, Tx } from "~/platform/db.server";
import { type SignFactor, shortHash } from "./signer-rules";

export type FactorChoice = { factor: SignFactor; address: string };

const TRIES_PER_HOUR = 20;
/** Longer than an authenticator's code is good for (30 s, one step of grace on either side). */
const TOTP_SECONDS = 120;

type Contacts = { choices: FactorChoice[]; addresses: Partial<Record<SignFactor, Identifier>> };

/** An authenticator where the person has one; else confirmed addresses, which a code can reach. */
async function contactsOf(db: DbOrTx, userId: string): Promise<Contacts> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      emailVerified: true,
      phoneNumber: true,
      phoneNumberVerified: true,
      twoFactorEnabled: true,
    },
  });
  if (user.twoFactorEnabled) return { choices: [{ factor: "TOTP", address: "" }], addresses: {} };
  const addresses: Contacts["addresses"] = {};
  const choices: FactorChoice[] = [];
  if (user.emailVerified && !isPlaceholderEmail(user.email)) {
    addresses.MAIL_CODE = { kind: "EMAIL", value: user.email };
    choices.push({ factor: "MAIL_CODE", address: maskEmail(user.email) });
  }
  if (user.phoneNumber && user.phoneNumberVerified) {
    addresses.SMS_CODE = { kind: "PHONE", value: user.phoneNumber };
    choices.push({ factor: "SMS_CODE", address: maskPhone(user.phoneNumber) });
  }
  return { choices, addresses };
}

/** Ways in which the person can confirm a signature; empty when no address is confirmed. */
export async function listSignFactors(db: DbOrTx, userId: string): Promise<FactorChoice[]> {
  return (await contactsOf(db, userId)).choices;
}

/** A code counts for one person, one contract and one document: another hash needs another code. */
function codeKey(userId: string, contractId: string, sha256: string): Identifier {
  return { kind: "EMAIL", value: `${userId}/${contractId}/${sha256}` };
}

/**
 * Sends the one-time code that confirms a signature on exactly this document. The message names the
 * document and the first signs of its hash.
 * @throws DomainError "sign_factor_unknown", "code_too_soon", "code_too_many" (429)
 */
export async function issueSignCode(
  input: {
    contractId: string;
    title: string;
    sha256: string;
    by: "MAIL_CODE" | "SMS_CODE";
  },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, title, sha256, by } = input;
  const { addresses } = await contactsOf(db, actor.userId);
  const to = addresses[by];
  if (!to) throw new DomainError("sign_factor_unknown", { field: "by" });
  await inTransaction(db, async (tx) => {
    await lockContact(tx, to);
    await assertMayWrite(tx, "sign", to);
    const values = { title, hash: shortHash(sha256) };
    // The way is part of the key, so that the record says truly how the code travelled.
    const key = codeKey(actor.userId, contractId, `${by}/${sha256}`);
    await issueCode(tx, "sign", to, actor.locale, key, values);
  });
}

export type FactorInput = { contractId: string; sha256: string; code: string; headers: Headers };

/**
 * First half of the check, before the signature's transaction: counts the try and asks the
 * authenticator, where the person has one.
 * @throws DomainError "second_factor_wrong" at `code`, "sign_factor_missing", "too_many_requests" (429)
 */
export async function checkSignFactor(input: FactorInput, actor: UserActor, db: Db): Promise<void> {
  const tries = await countAttempt(db, `sign-factor:${actor.userId}`, 3600);
  if (tries.count > TRIES_PER_HOUR) throw new DomainError("too_many_requests", { status: 429 });
  const { choices } = await contactsOf(db, actor.userId);
  if (choices.length === 0) throw new DomainError("sign_factor_missing");
  if (choices[0]?.factor !== "TOTP") return;
  try {
    await auth().api.verifyTOTP({ body: { code: input.code }, headers: input.headers });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    throw new DomainError("second_factor_wrong", { field: "code", status: 401 });
  }
}

export type FactorAnswer = { factor: SignFactor; answer: CodeAnswer | "USED" };

/**
 * Second half, inside the signature's transaction: the code is used up exactly if the signature is
 * given. A refusal is returned and not thrown, because a wrong try must be committed.
 */
export async function takeSignFactor(
  input: FactorInput,
  actor: UserActor,
  tx: Tx,
): Promise<FactorAnswer> {
  const { choices } = await contactsOf(tx, actor.userId);
  const { contractId, sha256, code } = input;
  if (choices[0]?.factor === "TOTP") {
    // A code that was seen over a shoulder must not serve twice while its time lasts.
    const used = await countAttempt(tx, `totp-used:${actor.userId}:${code}`, TOTP_SECONDS);
    return { factor: "TOTP", answer: used.count > 1 ? "USED" : "OK" };
  }
  let last: FactorAnswer = { factor: "MAIL_CODE", answer: "EXPIRED" };
  for (const { factor } of choices) {
    const key = codeKey(actor.userId, contractId, `${factor}/${sha256}`);
    const answer = await consumeCode(tx, "sign", key, code);
    if (answer === "OK") return { factor, answer };
    if (answer === "WRONG") last = { factor, answer };
  }
  return last;
}

/** @throws DomainError at `code`: "second_factor_used", "code_wrong", "code_expired" */
export function assertFactorTaken(answer: FactorAnswer["answer"]): void {
  if (answer === "USED") throw new DomainError("second_factor_used", { field: "code" });
  assertCodeAccepted(answer);
}
