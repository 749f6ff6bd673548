import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import { systemActor, type UserActor } from "./actor";
import { placeholderEmail } from "./contact-rules";
import { assertOwnerRemains, lockMembers } from "./membership-guards.server";
import { EDITABLE_STATES } from "./organisation-procedure";
import { assertOwnPassword } from "./own-password.server";
import { assertCan } from "./permission-rules";
import { realNameConduct } from "./real-name-conduct.server";

/** Name that takes the place of a person's who left. */
const GONE = "—";

/**
 * Closes an account (PIPL art. 47): name, contacts, documents, sessions and settings are erased or
 * made anonymous; what was done for organisations and the audit record stay, without the name. The
 * only owner of an organisation hands it over first.
 * @throws DomainError "password_wrong" (field `password`), "account_holds_organisation" (409)
 */
export async function closeAccount(
  input: { password: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { userId } = actor;
  assertCan(actor, "account.manage", { userId });
  await assertOwnPassword(input.password, "password", actor, db);
  const storageKeys = await inTransaction(db, async (tx) => {
    await endMemberships(tx, userId);
    const open = await tx.realNameApplication.findMany({
      where: { userId, state: "SUBMITTED" },
      select: { id: true },
    });
    for (const { id } of open) {
      await advance(tx, realNameConduct, id, "withdraw", systemActor("account-closure"));
    }
    const documents = await tx.storedFile.findMany({
      where: { uploadedById: userId, purpose: "IDENTITY_DOCUMENT", deletedAt: null },
      select: { id: true, storageKey: true },
    });
    await tx.storedFile.updateMany({
      where: { id: { in: documents.map((file) => file.id) } },
      data: { deletedAt: clock.now(), name: GONE },
    });
    await tx.realNameApplication.updateMany({
      where: { userId },
      data: {
        legalName: GONE,
        documentNumberEncrypted: "",
        documentNumberLast4: "",
        fileId: null,
        decisionNote: null,
      },
    });
    await anonymise(tx, userId);
    await appendAudit(tx, actor, {
      action: "identity.account.closed",
      subjectType: "User",
      subjectId: userId,
    });
    return documents.map((file) => file.storageKey);
  });
  // After the commit: a file without a row harms nobody, a row without its file would.
  await Promise.all(storageKeys.map((key) => getStorage().deleteFile(key)));
}

async function endMemberships(tx: Tx, userId: string): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { userId, endedAt: null },
    // In one order, so that two closures cannot wait for each other.
    orderBy: { organisationId: "asc" },
    select: {
      id: true,
      organisationId: true,
      role: true,
      organisation: { select: { legalName: true, state: true } },
    },
  });
  for (const { id, organisationId, role, organisation } of memberships) {
    await lockMembers(tx, organisationId);
    if (role !== "OWNER") continue;
    const others = await tx.membership.count({
      where: { organisationId, endedAt: null, id: { not: id } },
    });
    // An entry that nobody verified and nobody else uses may be left behind.
    if (others === 0 && EDITABLE_STATES.some((state) => state === organisation.state)) continue;
    try {
      await assertOwnerRemains(tx, organisationId, id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError("account_holds_organisation", {
        status: 409,
        params: { organisation: organisation.legalName },
      });
    }
  }
  await tx.membership.updateMany({
    where: { userId, endedAt: null },
    data: { endedAt: clock.now(), scopes: [], title: null },
  });
}

async function anonymise(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.account.deleteMany({ where: { userId } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.savedSearch.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.notificationPreference.deleteMany({ where: { userId } });
  await tx.officeAssignment.updateMany({
    where: { userId, validTo: null },
    data: { validTo: clock.now() },
  });
  await anonymiseAtRoadshows(tx, userId);
  await tx.user.update({
    where: { id: userId },
    data: {
      name: GONE,
      legalName: null,
      image: null,
      email: placeholderEmail(`closed-${userId}`),
      emailVerified: false,
      phoneNumber: null,
      phoneNumberVerified: false,
      twoFactorEnabled: false,
      deactivatedAt: clock.now(),
    },
  });
}

/** That somebody of the organisation was there stays in the event's figures; who it was does not. */
async function anonymiseAtRoadshows(tx: Tx, userId: string): Promise<void> {
  await tx.roadshowParticipant.updateMany({
    where: { userId },
    data: { name: GONE, title: "", phone: "", email: "", interests: "", isListed: false },
  });
  await tx.roadshowProject.updateMany({
    where: { presenterUserId: userId },
    data: { presenterName: GONE, presenterTitle: "" },
  });
}
