import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { type RegistrationRow, registrationSelect } from "./registration-rows.server";

/** OTHER_SIDE supplies its own facts and sees where the matter stands; ROOM sees the latter only. */
export type RegistrationReader = "APPLICANT" | "OTHER_SIDE" | "OFFICE" | "POINT" | "ROOM";

export type RegistrationAccess = { row: RegistrationRow; as: RegistrationReader };

function readerOf(row: RegistrationRow, actor: Actor): RegistrationReader | null {
  if (actor.kind !== "USER") return null;
  const isMember = (id: string) => actor.memberships.some((one) => one.organisationId === id);
  const { supplyOrganisationId, demandOrganisationId, participants } = row.deal;
  if (isMember(row.applicantId)) return "APPLICANT";
  if (isMember(supplyOrganisationId) || isMember(demandOrganisationId)) return "OTHER_SIDE";
  // A draft is the applicant's own; the office sees what has been handed in to it.
  const hasSeat = (registrationOfficeId: string | null) =>
    can(actor, "registration.precheck", { registrationOfficeId });
  const isWithOffice = !["DRAFT", "PRECHECK"].includes(row.state) && row.submittedAt !== null;
  if (isWithOffice && hasSeat(row.officeId)) return "OFFICE";
  if (row.state !== "DRAFT" && hasSeat(row.servicePointId)) return "POINT";
  return participants.some((one) => one.userId === actor.userId) ? "ROOM" : null;
}

/**
 * A registration and in what part the actor reads it.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getRegistrationAccess(
  db: DbOrTx,
  id: string,
  actor: Actor,
): Promise<RegistrationAccess> {
  const row = isId(id)
    ? await db.registration.findUnique({ where: { id }, select: registrationSelect })
    : null;
  const as = row && readerOf(row, actor);
  if (!row || !as) throw new DomainError("not_found", { status: 404 });
  return { row, as };
}

/** The same for those alone who may do something. @throws DomainError "not_found", "forbidden" (403) */
export async function getRegistrationAs(
  db: DbOrTx,
  id: string,
  actor: Actor,
  readers: readonly RegistrationReader[],
): Promise<RegistrationAccess> {
  const access = await getRegistrationAccess(db, id, actor);
  if (!readers.includes(access.as)) throw new DomainError("forbidden", { status: 403 });
  return access;
}
