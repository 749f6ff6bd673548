import { appendAudit } from "~/domain/audit/append-audit.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { isPlaceholderEmail } from "./contact-rules";
import { lettersIn } from "./letters";
import { assertOwnPassword } from "./own-password.server";
import { hashPassword, writePassword } from "./password.server";
import { assertCan } from "./permission-rules";
import { sendLetter } from "./send-code.server";

/**
 * Replaces the password; every other session ends and the person is told.
 * @throws DomainError "password_wrong" (field `currentPassword`), "too_many_requests"
 */
export async function changePassword(
  input: { currentPassword: string; password: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await assertOwnPassword(input.currentPassword, "currentPassword", actor, db);
  const hash = await hashPassword(input.password);
  await inTransaction(db, async (tx) => {
    await writePassword(tx, actor.userId, hash);
    await tx.session.deleteMany({ where: { userId: actor.userId, id: { not: actor.sessionId } } });
    const user = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { email: true, phoneNumber: true },
    });
    const letter = lettersIn(actor.locale).passwordChanged;
    if (!isPlaceholderEmail(user.email)) {
      await sendLetter(tx, { kind: "EMAIL", value: user.email }, letter, {});
    } else if (user.phoneNumber) {
      await sendLetter(tx, { kind: "PHONE", value: user.phoneNumber }, letter, {});
    }
    await appendAudit(tx, actor, {
      action: "identity.password.changed",
      subjectType: "User",
      subjectId: actor.userId,
    });
  });
}
