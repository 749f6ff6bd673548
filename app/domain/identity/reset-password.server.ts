import { appendAudit } from "~/domain/audit/append-audit.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { systemActor } from "./actor";
import { assertCodeAccepted, consumeCode, lockContact } from "./contact-code.server";
import type { Identifier } from "./contact-rules";
import { lettersIn } from "./letters";
import { hashPassword, writePassword } from "./password.server";
import { sendLetter } from "./send-code.server";
import { findUserByIdentifier } from "./user-queries.server";

/**
 * Replaces a forgotten password with the code sent to the address. All sessions end and a lock is
 * lifted; a second factor stays required.
 * @throws DomainError "code_wrong", "code_expired" (field `code`)
 */
export async function resetPassword(
  input: { identifier: Identifier; code: string; password: string },
  db: Db,
): Promise<void> {
  const { identifier } = input;
  const hash = await hashPassword(input.password);
  const answer = await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    const answer = await consumeCode(tx, "reset", identifier, input.code);
    if (answer !== "OK") return answer;
    const user = await findUserByIdentifier(tx, identifier);
    if (!user || user.deactivatedAt) return "EXPIRED";
    await writePassword(tx, user.id, hash);
    await tx.session.deleteMany({ where: { userId: user.id } });
    await tx.user.update({
      where: { id: user.id },
      data: { failedSignIns: 0, lockedUntil: null },
    });
    await sendLetter(tx, identifier, lettersIn(user.locale).passwordChanged, {});
    await appendAudit(tx, systemActor("reset"), {
      action: "identity.password.reset",
      subjectType: "User",
      subjectId: user.id,
      detail: { by: identifier.kind },
    });
    return answer;
  });
  assertCodeAccepted(answer);
}
