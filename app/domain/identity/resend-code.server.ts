import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { assertMayWrite, issueCode, lockContact } from "./contact-code.server";
import type { Identifier } from "./contact-rules";
import { findUserByIdentifier, isConfirmed } from "./user-queries.server";

/**
 * Sends another confirmation code. Unknown and confirmed addresses get nothing and look the same.
 * @throws DomainError "code_too_soon", "code_too_many"
 */
export async function resendCode(
  input: { identifier: Identifier; locale: string },
  db: Db,
): Promise<void> {
  const { identifier, locale } = input;
  await inTransaction(db, async (tx) => {
    await lockContact(tx, identifier);
    await assertMayWrite(tx, "confirm", identifier);
    const user = await findUserByIdentifier(tx, identifier);
    if (!user || user.deactivatedAt || isConfirmed(user, identifier)) return;
    await issueCode(tx, "confirm", identifier, locale);
  });
}
