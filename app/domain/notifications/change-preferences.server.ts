import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { PreferencesInput } from "./preferences-schema";
import { newUnsubscribeToken } from "./unsubscribe-token.server";

/** Saves how a person wants to be told. */
export async function changePreferences(
  input: PreferencesInput,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.notificationPreference.upsert({
      where: { userId: actor.userId },
      create: { userId: actor.userId, unsubscribeToken: newUnsubscribeToken(), ...input },
      update: input,
    });
    await appendAudit(tx, actor, {
      action: "notifications.preferences.changed",
      subjectType: "User",
      subjectId: actor.userId,
      detail: { ...input },
    });
  });
}
