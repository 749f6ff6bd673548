import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { OfficeInput } from "./office-schema";

/**
 * Enters or changes a registration office or service point; the operator does it on the authority's
 * word, which `source` names. Its code stays once numbers carry it.
 * @throws DomainError "forbidden" (403), "region_unknown", "not_a_choice", "office_code_taken" (409)
 */
export async function keepOffice(
  input: { officeId: string | null; office: OfficeInput },
  actor: UserActor,
  db: Db,
): Promise<string> {
  assertCan(actor, "registration.operate");
  const { mayCertify, forwardsToId, validFrom, validTo, ...office } = input.office;
  const id = input.officeId ?? newId();
  try {
    await inTransaction(db, async (tx) => {
      const where = { code: office.regionCode };
      if (!(await tx.region.findUnique({ where, select: { code: true } }))) {
        throw new DomainError("region_unknown", { field: "regionCode" });
      }
      const isPoint = office.kind === "SERVICE_POINT";
      if (isPoint) {
        const target = await tx.registrationOffice.findFirst({
          where: { id: forwardsToId ?? id, kind: "OFFICE" },
          select: { id: true },
        });
        if (!target) throw new DomainError("not_a_choice", { field: "forwardsToId" });
      }
      const data = {
        ...office,
        mayCertify: !isPoint && mayCertify === "on",
        forwardsToId: isPoint ? (forwardsToId ?? null) : null,
        validFrom: dateColumn(validFrom),
        validTo: validTo ? dateColumn(validTo) : null,
      };
      if (input.officeId === null) {
        await tx.registrationOffice.create({ data: { id, ...data } });
      } else {
        const known = await tx.registrationOffice.findUnique({
          where: { id },
          select: { code: true, series: { take: 1, select: { year: true } } },
        });
        if (!known) throw new DomainError("not_found", { status: 404 });
        const code = known.series.length > 0 ? known.code : data.code;
        await tx.registrationOffice.update({ where: { id }, data: { ...data, code } });
      }
      await appendAudit(tx, actor, {
        action: input.officeId === null ? "registration-office.create" : "registration-office.edit",
        subjectType: "RegistrationOffice",
        subjectId: id,
        detail: { code: data.code, kind: data.kind, validTo: validTo ?? null },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new DomainError("office_code_taken", { field: "code", status: 409 });
    }
    throw error;
  }
  return id;
}
