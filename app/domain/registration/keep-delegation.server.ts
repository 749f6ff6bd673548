import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { DelegationInput } from "./office-schema";

/**
 * Enters a dated delegation to an office; a service point gets none.
 * @throws DomainError "forbidden" (403), "not_found", "region_unknown"
 */
export async function keepDelegation(
  input: { officeId: string; delegation: DelegationInput },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "registration.operate");
  const { below, validFrom, validTo, ...rest } = input.delegation;
  await inTransaction(db, async (tx) => {
    const office = await tx.registrationOffice.findFirst({
      where: { id: input.officeId, kind: "OFFICE" },
      select: { id: true },
    });
    if (!office) throw new DomainError("not_found", { status: 404 });
    const where = { code: rest.regionCode };
    if (!(await tx.region.findUnique({ where, select: { code: true } }))) {
      throw new DomainError("region_unknown", { field: "regionCode" });
    }
    const id = newId();
    await tx.registrationDelegation.create({
      data: {
        id,
        ...rest,
        officeId: office.id,
        belowFen: below,
        validFrom: dateColumn(validFrom),
        validTo: validTo ? dateColumn(validTo) : null,
      },
    });
    await appendAudit(tx, actor, {
      action: "registration-office.delegate",
      subjectType: "RegistrationOffice",
      subjectId: office.id,
      detail: { id, regionCode: rest.regionCode, belowFen: below?.toString() ?? null, validFrom },
    });
  });
}
