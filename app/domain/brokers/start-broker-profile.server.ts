import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/** Begins the application of a person as a broker; a second one is the first. @returns its id */
export async function startBrokerProfile(actor: UserActor, db: Db): Promise<string> {
  assertCan(actor, "broker-profile.keep", { userId: actor.userId });
  return inTransaction(db, async (tx) => {
    const where = { userId: actor.userId };
    const agency = actor.memberships.find(
      (one) => one.organisationKind === "BROKER_AGENCY" && one.isVerified,
    );
    const made = await tx.brokerProfile.createMany({
      data: [
        {
          id: newId(),
          userId: actor.userId,
          displayName: actor.name,
          agencyId: agency?.organisationId ?? null,
        },
      ],
      skipDuplicates: true,
    });
    const { id } = await tx.brokerProfile.findUniqueOrThrow({ where, select: { id: true } });
    if (made.count > 0) {
      await appendAudit(tx, actor, {
        action: "brokers.profile.started",
        subjectType: "BrokerProfile",
        subjectId: id,
      });
    }
    return id;
  });
}
