import { appendAudit } from "~/domain/audit/append-audit.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertCan } from "./permission-rules";

/** Changes the name that others see. */
export async function updateProfile(
  input: { name: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  await inTransaction(db, async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { name: input.name } });
    await appendAudit(tx, actor, {
      action: "identity.profile.updated",
      subjectType: "User",
      subjectId: actor.userId,
    });
  });
}
