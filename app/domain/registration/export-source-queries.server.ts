import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { nameFormValues } from "./dossier-queries.server";
import type { OfficePart } from "./export-form-rules";
import { caseNumber } from "./paper-number-rules";
import { getRegistrationAs } from "./registration-access.server";
import { readStoredForm } from "./registration-form-schema";

const office = { select: { code: true, nameZh: true, issuingAuthority: true } } as const;
const file = {
  select: { name: true, contentType: true, storageKey: true, sha256: true, sizeBytes: true },
} as const;

const select = {
  id: true,
  number: true,
  state: true,
  registrationNo: true,
  officialNo: true,
  form: true,
  facts: true,
  completenessBp: true,
  categoryCode: true,
  contractSha256: true,
  totalFen: true,
  technicalFen: true,
  approvedIncomeFen: true,
  refusalCodes: true,
  decisionNote: true,
  createdAt: true,
  submittedAt: true,
  acceptedAt: true,
  decidedAt: true,
  registeredOn: true,
  endedAt: true,
  office,
  servicePoint: office,
  contract: {
    select: {
      number: true,
      kind: true,
      createdAt: true,
      title: true,
      signedOn: true,
      sealedFile: file,
    },
  },
  versions: { orderBy: { number: "asc" } },
  documents: {
    where: { removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, sha256: true, file },
  },
  papers: {
    where: { fileId: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true, version: true, file },
  },
} as const satisfies Prisma.RegistrationSelect;

export type ExportSource = Prisma.RegistrationGetPayload<{ select: typeof select }>;

/** When the case was last written to: every write of it is in the audit chain. */
async function lastChange(db: DbOrTx, row: { id: string; createdAt: Date }): Promise<Date> {
  const last = await db.auditEvent.findFirst({
    where: { subjectType: "Registration", subjectId: row.id },
    orderBy: { sequence: "desc" },
    select: { at: true },
  });
  return last?.at ?? row.createdAt;
}

/**
 * What an export is made of, for the applicant and those who handle the case.
 * @throws DomainError "not_found" (404), "forbidden" (403) for the other side and the room
 */
export async function getExportSource(db: DbOrTx, id: string, actor: UserActor, locale: string) {
  await getRegistrationAs(db, id, actor, ["APPLICANT", "OFFICE", "POINT"]);
  const row = assertFound(await db.registration.findUnique({ where: { id }, select }));
  const form = readStoredForm(row.form);
  const officePart: OfficePart = {
    registrationNo: row.registrationNo ?? "",
    officialNo: row.officialNo ?? "",
    approvedIncomeFen: row.approvedIncomeFen?.toString() ?? "",
    registeredOn: row.registeredOn?.toISOString().slice(0, 10) ?? "",
  };
  return {
    row,
    form,
    officePart,
    names: await nameFormValues(db, form, locale),
    number: row.registrationNo ?? caseNumber(row.number),
    asOf: await lastChange(db, row),
  };
}

export type ExportContent = Awaited<ReturnType<typeof getExportSource>>;
