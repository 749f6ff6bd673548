import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { PUBLIC_LOT_STATES } from "./lot-procedure";

export type ReadableLotFile = {
  name: string;
  contentType: string;
  storageKey: string;
  isPublic: boolean;
};

/**
 * A document of a lot, as far as its visibility goes: everybody after the announcement, qualified
 * applicants, or the seller and the office.
 * @throws DomainError "not_found" (404) for whatever the actor may not read
 */
export async function getLotFile(
  db: Db,
  lotNumber: number,
  fileId: string,
  actor: Actor | null,
): Promise<ReadableLotFile> {
  const isAsked = isId(fileId) && Number.isSafeInteger(lotNumber) && lotNumber < 2 ** 31;
  const found = assertFound(
    isAsked
      ? await db.lotFile.findFirst({
          where: { fileId, lot: { number: lotNumber }, file: { deletedAt: null } },
          select: {
            visibility: true,
            file: { select: { name: true, contentType: true, storageKey: true } },
            lot: {
              select: {
                state: true,
                organisationId: true,
                regionCode: true,
                announcedAt: true,
                applications: {
                  where: { state: { in: ["QUALIFIED", "ADMITTED"] } },
                  select: { organisationId: true },
                },
              },
            },
          },
        })
      : null,
  );
  const { lot, visibility, file } = found;
  const isAnnounced =
    lot.announcedAt !== null && PUBLIC_LOT_STATES.some((state) => state === lot.state);
  const isPublic = isAnnounced && visibility === "PUBLIC";
  const isApplicant = lot.applications.some(
    (one) => membershipOf(actor, one.organisationId) !== null,
  );
  const mayRead =
    isPublic ||
    (isAnnounced && visibility === "APPLICANTS" && isApplicant) ||
    can(actor, "lot.create", { organisationId: lot.organisationId }) ||
    (lot.state !== "DRAFT" && can(actor, "lot.check", { regionCode: lot.regionCode }));
  return assertFound(mayRead ? { ...file, isPublic } : null);
}

/**
 * The proof of an applicant, for the applicant and the market.
 * @throws DomainError "not_found" (404)
 */
export async function getApplicationProof(
  db: Db,
  applicationId: string,
  actor: Actor,
): Promise<ReadableLotFile> {
  const found = isId(applicationId)
    ? await db.lotApplication.findUnique({
        where: { id: applicationId },
        select: {
          organisationId: true,
          lot: { select: { regionCode: true } },
          proofFile: { select: { name: true, contentType: true, storageKey: true } },
        },
      })
    : null;
  const mayRead =
    found &&
    (membershipOf(actor, found.organisationId) !== null ||
      can(actor, "lot.qualify", { regionCode: found.lot.regionCode }));
  const file = assertFound(mayRead ? found.proofFile : null);
  return { ...file, isPublic: false };
}
