import type { z } from "zod";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { systemActor } from "./actor";
import type { signUpSchema } from "./auth-schema";
import { assertMayWrite, issueCode, lockContact } from "./contact-code.server";
import { placeholderEmail } from "./contact-rules";
import { lettersIn } from "./letters";
import { hashPassword, writePassword } from "./password.server";
import { sendLetter } from "./send-code.server";
import { findUserByIdentifier, isConfirmed } from "./user-queries.server";

/**
 * Opens an account that becomes usable when the code is confirmed. To whoever asks, an address that
 * already has an account looks the same: its owner gets a letter instead of a code. An account that
 * was never confirmed belongs to nobody yet and takes the new name and password.
 * @throws DomainError "code_too_soon", "code_too_many"
 */
export async function registerPerson(
  input: Omit<z.output<typeof signUpSchema>, "terms" | "next"> & { locale: string },
  db: Db,
): Promise<void> {
  const { identifier, name, locale } = input;
  const hash = await hashPassword(input.password);
  await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    await assertMayWrite(tx, "confirm", identifier);
    const known = await findUserByIdentifier(tx, identifier);
    if (known && (isConfirmed(known, identifier) || known.deactivatedAt)) {
      if (!known.deactivatedAt) await sendLetter(tx, identifier, lettersIn(locale).known, {});
      return;
    }
    const userId = known?.id ?? newId();
    const isMail = identifier.kind === "EMAIL";
    if (known) {
      await tx.user.update({ where: { id: userId }, data: { name, locale } });
    } else {
      await tx.user.create({
        data: {
          id: userId,
          name,
          locale,
          email: isMail ? identifier.value : placeholderEmail(identifier.value),
          phoneNumber: isMail ? null : identifier.value,
          createdAt: clock.now(),
        },
      });
    }
    await writePassword(tx, userId, hash);
    await issueCode(tx, "confirm", identifier, locale);
    await appendAudit(tx, systemActor("sign-up"), {
      action: "identity.user.registered",
      subjectType: "User",
      subjectId: userId,
      detail: { by: identifier.kind, anew: known !== null },
    });
  });
}
