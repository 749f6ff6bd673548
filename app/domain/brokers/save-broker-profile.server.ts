import type { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { dateColumn } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { isBrokerProfileState, OPEN_STATES, WORK_STATES } from "./broker-profile-procedure";
import type { CertificateValues, PersonValues, WorkValues } from "./broker-profile-schema";

export type ProfilePart =
  | { step: "person"; values: PersonValues }
  | { step: "certificate"; values: CertificateValues }
  | { step: "work"; values: WorkValues };

/**
 * Saves one step of the own profile. Name, agency and certificate rest while an office looks at them
 * or the public relies on them; how one works may be changed at any time.
 * @throws DomainError "not_found", "broker_profile_fixed" (409), "not_a_choice" at a field,
 * "broker_agency_membership"
 */
export async function saveBrokerProfile(
  part: ProfilePart,
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "broker-profile.keep", { userId: actor.userId });
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`
      SELECT id FROM "BrokerProfile" WHERE "userId" = ${actor.userId}::uuid FOR UPDATE`;
    const where = { userId: actor.userId };
    const row = assertFound(
      await tx.brokerProfile.findUnique({ where, select: { id: true, state: true } }),
    );
    const open = part.step === "work" ? WORK_STATES : OPEN_STATES;
    if (!isBrokerProfileState(row.state) || !open.includes(row.state)) {
      throw new DomainError("broker_profile_fixed", { status: 409 });
    }
    const data = await columnsOf(tx, part, actor);
    await tx.brokerProfile.update({ where, data: { ...data, revision: { increment: 1 } } });
    await markForIndexing(tx, "broker", row.id);
    await appendAudit(tx, actor, {
      action: "brokers.profile.saved",
      subjectType: "BrokerProfile",
      subjectId: row.id,
      detail: { step: part.step },
    });
  });
}

const dateOrNull = (date: string | undefined) => (date ? dateColumn(date) : null);

async function columnsOf(
  tx: Tx,
  part: ProfilePart,
  actor: UserActor,
): Promise<Prisma.BrokerProfileUncheckedUpdateInput> {
  switch (part.step) {
    case "person": {
      const { poolMemberSince, ...values } = part.values;
      const region = await tx.region.count({ where: { code: values.regionCode } });
      if (region === 0) throw new DomainError("region_unknown", { field: "regionCode" });
      const isOwn = actor.memberships.some(
        (one) => one.organisationId === values.agencyId && one.isVerified,
      );
      if (values.agencyId && !isOwn) {
        throw new DomainError("broker_agency_membership", { field: "agencyId" });
      }
      return { ...values, poolMemberSince: dateOrNull(poolMemberSince) };
    }
    case "certificate": {
      const { certificateIssuedOn, certificateExpiresOn, ...values } = part.values;
      await assertCodes(tx, "level", "broker-levels", values.level ? [values.level] : []);
      return {
        ...values,
        certificateNumber: values.certificateNumber || null,
        certificateIssuedOn: dateOrNull(certificateIssuedOn),
        certificateExpiresOn: dateOrNull(certificateExpiresOn),
      };
    }
    case "work": {
      const { values } = part;
      await assertCodes(tx, "fieldCodes", "fields", values.fieldCodes);
      await assertCodes(tx, "serviceCodes", "broker-services", values.serviceCodes);
      await assertCodes(tx, "languageCodes", "languages", values.languageCodes);
      const regions = await tx.region.count({ where: { code: { in: values.regionCodes } } });
      if (regions !== values.regionCodes.length) {
        throw new DomainError("not_a_choice", { field: "regionCodes" });
      }
      return values;
    }
  }
}

async function assertCodes(tx: Tx, field: string, list: string, codes: readonly string[]) {
  const known = await tx.codeItem.count({ where: { list, code: { in: [...codes] } } });
  if (known !== new Set(codes).size) throw new DomainError("not_a_choice", { field });
}
