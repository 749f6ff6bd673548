import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { isOfficePaper, type PaperKind } from "./paper-kind-rules";

export type PaperOrder = {
  registrationId: string;
  kind: PaperKind;
  /** Of the registration for certificates and change notices; of other papers the least that it gets. */
  version: number;
};

/** A certificate or change notice is of a registered version; other papers are counted. */
async function versionOf(tx: Tx, { registrationId, kind, version }: PaperOrder): Promise<number> {
  if (kind === "CERTIFICATE" || kind === "CHANGE_NOTICE") return version;
  const last = await tx.registrationPaper.aggregate({
    where: { registrationId, kind },
    _max: { version: true },
  });
  return Math.max(version, (last._max.version ?? 0) + 1);
}

/**
 * Orders a paper inside the transaction that decides and holds the registration: its row now, the
 * sealed PDF by the job "registration.issue". A version has one certificate, however often it is
 * ordered; a second refusal after a new review has a notice of its own.
 * @throws DomainError "office_may_not_certify" (403) when who handles it is no office
 */
export async function issuePaper(tx: Tx, order: PaperOrder): Promise<{ paperId: string }> {
  const { registrationId, kind } = order;
  const row = assertFound(
    await tx.registration.findUnique({
      where: { id: registrationId },
      select: {
        office: { select: { issuingAuthority: true, mayCertify: true } },
        servicePoint: { select: { issuingAuthority: true } },
      },
    }),
  );
  const isOffice = isOfficePaper(kind);
  if (isOffice && !row.office?.mayCertify) {
    throw new DomainError("office_may_not_certify", { status: 403 });
  }
  const issuer = isOffice
    ? row.office?.issuingAuthority
    : (row.servicePoint ?? row.office)?.issuingAuthority;
  const version = await versionOf(tx, order);
  await tx.registrationPaper.createMany({
    data: [
      {
        id: newId(),
        registrationId,
        kind,
        version,
        issuer: assertFound(issuer),
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  const { id } = await tx.registrationPaper.findUniqueOrThrow({
    where: { registrationId_kind_version: { registrationId, kind, version } },
    select: { id: true },
  });
  await enqueueJob(tx, "registration.issue", { paperId: id }, { key: `registration.issue:${id}` });
  return { paperId: id };
}
