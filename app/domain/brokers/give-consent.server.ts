import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { VISIBLE_STATES } from "./broker-profile-procedure";

/**
 * Writes the two separate consents to publication, of the profile and of the photo (PIPL art. 25).
 * Either is taken back as easily as it was given; a public profile is taken back by withdrawing it.
 * @throws DomainError "not_found", "broker_consent_withdraw" (409)
 */
export async function giveConsent(
  input: { publication: boolean; photo: boolean },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "broker-profile.keep", { userId: actor.userId });
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`
      SELECT id FROM "BrokerProfile" WHERE "userId" = ${actor.userId}::uuid FOR UPDATE`;
    const row = assertFound(
      await tx.brokerProfile.findUnique({
        where: { userId: actor.userId },
        select: {
          id: true,
          state: true,
          publicationConsentAt: true,
          photoConsentAt: true,
          photoFileId: true,
        },
      }),
    );
    if (!input.publication && VISIBLE_STATES.some((state) => state === row.state)) {
      throw new DomainError("broker_consent_withdraw", {
        status: 409,
        field: "publicationConsent",
      });
    }
    const now = clock.now();
    const stamp = (isGiven: boolean, before: Date | null) => (isGiven ? (before ?? now) : null);
    await tx.brokerProfile.update({
      where: { id: row.id },
      data: {
        publicationConsentAt: stamp(input.publication, row.publicationConsentAt),
        photoConsentAt: stamp(input.photo && row.photoFileId !== null, row.photoConsentAt),
      },
    });
    await markForIndexing(tx, "broker", row.id);
    await appendAudit(tx, actor, {
      action: "brokers.consent.changed",
      subjectType: "BrokerProfile",
      subjectId: row.id,
      detail: { publication: input.publication, photo: input.photo },
    });
  });
}
