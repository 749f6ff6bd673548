import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { isPlaceholderEmail } from "./contact-rules";
import { organisationProcedure } from "./organisation-procedure";
import { assertCan, can } from "./permission-rules";

/** The organisation that a person acts for. @throws DomainError "not_a_member" (403) */
export function getActingOrganisationId(actor: UserActor): string {
  if (actor.organisationId === null) throw new DomainError("not_a_member", { status: 403 });
  return actor.organisationId;
}

/**
 * An organisation with what only its members and the office see: documents, history, clocks. The
 * numbers of queries do not grow with the rows.
 * @throws DomainError "not_found", "forbidden"
 */
export async function getOrganisationFile(db: DbOrTx, organisationId: string, actor: UserActor) {
  if (!isId(organisationId)) throw new DomainError("not_found", { status: 404 });
  const organisation = assertFound(
    await db.organisation.findUnique({
      where: { id: organisationId },
      include: {
        verificationDocuments: {
          orderBy: { createdAt: "desc" },
          select: {
            id: true,
            purpose: true,
            createdAt: true,
            file: { select: { id: true, name: true, contentType: true, sizeBytes: true } },
          },
        },
        _count: { select: { memberships: { where: { endedAt: null } } } },
      },
    }),
  );
  const subject = { organisationId, regionCode: organisation.regionCode };
  assertCan(actor, "organisation.view-private", subject);
  const [timeline, clocks] = await Promise.all([
    listTimeline(db, organisationProcedure.name, organisationId, 30),
    listRunningClocks(db, organisationProcedure.name, organisationId),
  ]);
  const { verificationDocuments, _count, ...facts } = organisation;
  return {
    ...facts,
    memberCount: _count.memberships,
    documents: verificationDocuments.map(({ file, ...document }) => ({
      ...document,
      fileId: file.id,
      name: file.name,
      contentType: file.contentType,
      sizeBytes: Number(file.sizeBytes),
    })),
    timeline,
    clocks,
    mayEdit: can(actor, "organisation.edit", subject),
  };
}

/** The people of an organisation, owners first. */
export async function listMembers(db: DbOrTx, organisationId: string, actor: UserActor) {
  assertCan(actor, "organisation.view-private", { organisationId });
  const rows = await db.membership.findMany({
    where: { organisationId, endedAt: null },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    take: 500,
    select: {
      id: true,
      role: true,
      scopes: true,
      title: true,
      createdAt: true,
      user: { select: { id: true, name: true, email: true, realNameLevel: true } },
    },
  });
  return rows.map(({ user, ...row }) => ({
    ...row,
    user: { ...user, email: isPlaceholderEmail(user.email) ? "" : user.email },
  }));
}

/** Invitations that nobody has accepted or revoked yet, newest first. */
export async function listOpenInvitations(db: DbOrTx, organisationId: string, actor: UserActor) {
  if (!can(actor, "membership.invite", { organisationId })) return [];
  return db.invitation.findMany({
    where: { organisationId, acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, email: true, role: true, scopes: true, createdAt: true, expiresAt: true },
  });
}

/** Natures of a party on the registration form, as options. */
export async function listNatures(db: DbOrTx, locale: string) {
  const rows = await db.codeItem.findMany({
    where: { list: "party-natures", validTo: null },
    orderBy: { sort: "asc" },
    select: { code: true, nameZh: true, nameEn: true },
  });
  return rows.map((row) => ({ value: row.code, label: locale === "en" ? row.nameEn : row.nameZh }));
}
