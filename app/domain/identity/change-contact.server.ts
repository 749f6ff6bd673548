import { appendAudit } from "~/domain/audit/append-audit.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import type { UserActor } from "./actor";
import {
  assertCodeAccepted,
  assertMayWrite,
  consumeCode,
  issueCode,
  lockContact,
} from "./contact-code.server";
import { type Identifier, isPlaceholderEmail, placeholderEmail } from "./contact-rules";
import { lettersIn } from "./letters";
import { assertOwnPassword } from "./own-password.server";
import { writePassword } from "./password.server";
import { assertCan } from "./permission-rules";
import { sendLetter } from "./send-code.server";
import { findUserByIdentifier, isConfirmed } from "./user-queries.server";

// A code for the same address but another person must not serve: the person is part of its key.
const codeKey = (actor: UserActor, to: Identifier): Identifier => ({
  kind: to.kind,
  value: `${actor.userId}/${to.value}`,
});

/**
 * First step of a new sign-in address: the password, then a code to the new address. An address that
 * another confirmed account uses gets nothing and looks the same.
 * @throws DomainError "password_wrong" (field `currentPassword`), "code_too_soon", "code_too_many"
 */
export async function requestContactChange(
  input: { identifier: Identifier; currentPassword: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await assertOwnPassword(input.currentPassword, "currentPassword", actor, db);
  const { identifier } = input;
  await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    await assertMayWrite(tx, "change", identifier);
    const holder = await findUserByIdentifier(tx, identifier);
    if (holder && isConfirmed(holder, identifier)) return;
    await issueCode(tx, "change", identifier, actor.locale, codeKey(actor, identifier));
  });
}

/**
 * Second step: the code from the new address. The old address is told. An account that somebody
 * opened with the address and never confirmed gives it up.
 * @throws DomainError "code_wrong", "code_expired" (field `code`), "contact_taken"
 */
export async function confirmContactChange(
  input: { identifier: Identifier; code: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  const { identifier } = input;
  const answer = await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    const answer = await consumeCode(tx, "change", codeKey(actor, identifier), input.code);
    if (answer !== "OK") return answer;
    await freeAddress(tx, identifier, actor);
    const before = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { email: true, phoneNumber: true },
    });
    await tx.user.update({
      where: { id: actor.userId },
      data:
        identifier.kind === "EMAIL"
          ? { email: identifier.value, emailVerified: true }
          : { phoneNumber: identifier.value, phoneNumberVerified: true },
    });
    const old: Identifier | null =
      identifier.kind === "PHONE" && before.phoneNumber
        ? { kind: "PHONE", value: before.phoneNumber }
        : isPlaceholderEmail(before.email)
          ? null
          : { kind: "EMAIL", value: before.email };
    if (old) await sendLetter(tx, old, lettersIn(actor.locale).contactChanged, {});
    await appendAudit(tx, actor, {
      action: "identity.contact.changed",
      subjectType: "User",
      subjectId: actor.userId,
      detail: { kind: identifier.kind },
    });
    return answer;
  });
  assertCodeAccepted(answer);
}

/** Takes the address from an account that nobody ever confirmed. */
async function freeAddress(tx: Tx, identifier: Identifier, actor: UserActor): Promise<void> {
  const holder = await findUserByIdentifier(tx, identifier);
  if (!holder || holder.id === actor.userId) return;
  if (isConfirmed(holder, identifier) || holder.deactivatedAt) {
    throw new DomainError("contact_taken", { status: 409 });
  }
  // The stand-in is unique to the abandoned account and belongs to no phone.
  const data =
    identifier.kind === "EMAIL"
      ? { email: placeholderEmail(`abandoned-${holder.id}`) }
      : { phoneNumber: null };
  await tx.user.update({ where: { id: holder.id }, data });
  await writePassword(tx, holder.id, "");
}
