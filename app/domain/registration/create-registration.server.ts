import { appendAudit } from "~/domain/audit/append-audit.server";
import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { applicantSides, isAbroad } from "./applicant-rules";
import { readDossierSource } from "./dossier-source-queries.server";
import type { DocumentKind, DossierSource } from "./dossier-source-schema";
import { matterKey } from "./matter-key.server";
import { findOtherRegistration } from "./other-registration-queries.server";
import { refillDossier } from "./refill-dossier.server";
import { roomRegistrationHref } from "./registration-href";

/** The side of the deal in whose name the person may apply. */
function applicantOf(source: DossierSource, actor: UserActor): string {
  const sides = applicantSides(source.terms.categoryCode, {
    isSellerForeign: isAbroad(source.seller.natureCode),
    isBuyerForeign: isAbroad(source.buyer.natureCode),
  });
  const ids = sides.map((side) =>
    side === "SUPPLY" ? source.seller.organisationId : source.buyer.organisationId,
  );
  const own = ids.find((organisationId) => can(actor, "registration.apply", { organisationId }));
  if (!own) throw new DomainError("registration_not_applicant", { status: 403 });
  return own;
}

/** The other registration's number is for its own parties only. */
async function assertUnregistered(
  tx: Tx,
  matter: { contractId: string; matterKey: string },
  actor: UserActor,
): Promise<void> {
  const other = await findOtherRegistration(tx, matter);
  if (!other) return;
  const mayKnow = can(actor, "registration.view", {
    organisationId: other.applicantId,
    registrationOfficeId: other.officeId,
  });
  if (!mayKnow) throw new DomainError("registration_exists_elsewhere", { status: 409 });
  throw new DomainError("registration_exists", { status: 409, params: { number: other.number } });
}

/** Papers that the market has already: the sealed text and the signers' authorisations. */
async function attachKnownPapers(
  tx: Tx,
  registrationId: string,
  source: DossierSource,
  actor: UserActor,
): Promise<void> {
  const wanted: [DocumentKind, string][] = [
    ...(source.sealedFileId ? ([["CONTRACT", source.sealedFileId]] as const) : []),
    ...source.authorisationFileIds.map((id) => ["AUTHORISATION", id] as const),
  ].map(([kind, id]) => [kind, id]);
  const files = await tx.storedFile.findMany({
    where: { id: { in: wanted.map(([, id]) => id) } },
    select: { id: true, sha256: true },
  });
  const hashes = new Map(files.map((file) => [file.id, file.sha256]));
  await tx.registrationDocument.createMany({
    data: wanted.flatMap(([kind, fileId]) => {
      const sha256 = hashes.get(fileId);
      if (!sha256) return [];
      const addedById = actor.userId;
      return [{ id: newId(), registrationId, kind, fileId, sha256, addedById }];
    }),
  });
}

/**
 * Makes the recognition dossier of a signed main contract in one step: form, facts, papers and the
 * competent office, all from the deal.
 * @throws DomainError "not_found", "forbidden", "registration_not_applicant" (403),
 * "contract_not_signed", "registration_exists", "registration_exists_elsewhere" (409)
 */
export async function createRegistration(
  contractId: string,
  actor: UserActor,
  db: Db,
): Promise<string> {
  const contract = assertFound(
    isId(contractId)
      ? await db.contract.findUnique({
          where: { id: contractId },
          select: { id: true, parentId: true, dealId: true },
        })
      : null,
  );
  await getDealSpeaker(db, contract.dealId, actor);
  const mainId = contract.parentId ?? contract.id;
  return inTransaction(db, async (tx) => {
    await lockDeal(tx, contract.dealId);
    const { state } = await tx.contract.findUniqueOrThrow({
      where: { id: mainId },
      select: { state: true },
    });
    const source = await readDossierSource(tx, mainId);
    if (!["SIGNED", "COMPLETED"].includes(state) || !source.signedOn || !source.sealedSha256) {
      throw new DomainError("contract_not_signed", { status: 409 });
    }
    const applicantId = applicantOf(source, actor);
    const contractSha256 = source.sealedSha256;
    const key = matterKey({
      contractSha256,
      sellerId: source.seller.organisationId,
      buyerId: source.buyer.organisationId,
      signedOn: source.signedOn,
    });
    await assertUnregistered(tx, { contractId: mainId, matterKey: key }, actor);
    const id = newId();
    await tx.registration.create({
      data: {
        id,
        contractId: mainId,
        dealId: source.dealId,
        applicantId,
        createdById: actor.userId,
        categoryCode: source.terms.categoryCode,
        contractSha256,
        matterKey: key,
        createdAt: clock.now(),
      },
    });
    await attachKnownPapers(tx, id, source, actor);
    await refillDossier(tx, id);
    await recordDealEvent(
      tx,
      source.dealId,
      { code: "registrationCreated", href: roomRegistrationHref(source.dealId) },
      { userId: actor.userId, organisationId: applicantId },
    );
    await appendAudit(tx, actor, {
      action: "registration.create",
      subjectType: "Registration",
      subjectId: id,
      detail: { contractId: mainId, contractSha256, matterKey: key },
    });
    return id;
  });
}
