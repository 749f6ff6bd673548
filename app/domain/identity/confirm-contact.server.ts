import { appendAudit } from "~/domain/audit/append-audit.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { systemActor } from "./actor";
import { assertCodeAccepted, consumeCode, lockContact } from "./contact-code.server";
import type { Identifier } from "./contact-rules";
import { findUserByIdentifier } from "./user-queries.server";

/**
 * Confirms the address of a new account with the code sent to it; the person is then at level L1.
 * @returns the id of the person, who may be signed in now
 * @throws DomainError "code_wrong", "code_expired" (field `code`)
 */
export async function confirmContact(
  input: { identifier: Identifier; code: string },
  db: Db,
): Promise<string> {
  const { identifier } = input;
  const { answer, userId } = await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    const answer = await consumeCode(tx, "confirm", identifier, input.code);
    if (answer !== "OK") return { answer, userId: null };
    const user = await findUserByIdentifier(tx, identifier);
    if (!user || user.deactivatedAt) return { answer: "EXPIRED" as const, userId: null };
    await tx.user.update({
      where: { id: user.id },
      data: {
        ...(identifier.kind === "EMAIL" ? { emailVerified: true } : { phoneNumberVerified: true }),
        realNameLevel: Math.max(user.realNameLevel, 1),
      },
    });
    await appendAudit(tx, systemActor("sign-up"), {
      action: "identity.user.confirmed",
      subjectType: "User",
      subjectId: user.id,
      detail: { by: identifier.kind },
    });
    return { answer, userId: user.id };
  });
  assertCodeAccepted(answer);
  if (userId === null) throw new Error("a confirmed code without a person");
  return userId;
}
