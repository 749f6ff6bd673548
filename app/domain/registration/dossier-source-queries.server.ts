import type { Prisma } from "#prisma/client/client";
import { findRelatedParties } from "~/domain/deals/related-party-queries.server";
import { rightHolderSchema } from "~/domain/deals/right-holder-schema";
import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import { isVerifiedState } from "~/domain/identity/organisation-procedure";
import { assertFound } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import type { DossierSource, RightHolderAnswers, SourceParty } from "./dossier-source-schema";
import { readRegistrationFacts } from "./organisation-registration-facts-schema";

const organisation = {
  select: {
    id: true,
    kind: true,
    legalName: true,
    uscc: true,
    natureCode: true,
    regionCode: true,
    address: true,
    legalRepresentative: true,
    state: true,
    registrationFacts: true,
    memberships: { where: { endedAt: null }, select: { userId: true } },
  },
} as const;

const select = {
  id: true,
  dealId: true,
  title: true,
  signedOn: true,
  sealedFileId: true,
  sealedSha256: true,
  finalSha256: true,
  termSheet: { select: { content: true } },
  signers: {
    select: {
      side: true,
      capacity: true,
      authorisationFileId: true,
      signedAt: true,
      organisationId: true,
    },
  },
  deal: {
    select: {
      supplyOrganisation: organisation,
      demandOrganisation: organisation,
      participants: {
        where: { leftAt: null, role: { in: ["SUPPLY", "DEMAND"] } },
        orderBy: { createdAt: "asc" },
        select: { role: true, user: { select: { name: true, phoneNumber: true } } },
      },
      rightHolderChecks: { orderBy: { createdAt: "desc" }, take: 1, select: { answers: true } },
      need: { select: { industryCodes: true } },
      achievement: {
        select: {
          fieldCodes: true,
          industryCodes: true,
          isServiceOutcome: true,
          noStateSecretDeclaredAt: true,
          coOwners: { select: { hasConsent: true } },
          ipRights: { select: { number: true, status: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ContractSelect;

type Row = Prisma.ContractGetPayload<{ select: typeof select }>;

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

function partyOf(row: Row, side: "SUPPLY" | "DEMAND"): SourceParty {
  const { supplyOrganisation, demandOrganisation, participants } = row.deal;
  const { id, state, registrationFacts, memberships, ...rest } =
    side === "SUPPLY" ? supplyOrganisation : demandOrganisation;
  const speaker = participants.find((one) => one.role === side)?.user;
  const signer = row.signers.find((one) => one.side === side && one.signedAt !== null);
  return {
    ...rest,
    organisationId: id,
    isVerified: isVerifiedState(state),
    facts: readRegistrationFacts(registrationFacts),
    contact: speaker ? { name: speaker.name, phone: speaker.phoneNumber } : null,
    signature: signer
      ? { capacity: signer.capacity, hasAuthorisation: signer.authorisationFileId !== null }
      : null,
  };
}

function rightHolderOf(row: Row): RightHolderAnswers {
  const read = rightHolderSchema.safeParse(row.deal.rightHolderChecks[0]?.answers);
  const coOwners = row.deal.achievement?.coOwners ?? [];
  const consented = coOwners.length > 0 && coOwners.every((one) => one.hasConsent) ? true : null;
  if (!read.success) {
    return {
      isValid: null,
      areFeesPaid: null,
      hasCoOwners: null,
      haveCoOwnersConsented: consented,
      hasPriorityWaiver: null,
    };
  }
  const { annuities, dispute, coOwners: owners, completers } = read.data;
  return {
    isValid: dispute === "RUNNING" ? null : true,
    areFeesPaid: annuities === "NOT_APPLICABLE" ? null : annuities === "PAID",
    hasCoOwners: owners !== "NONE",
    haveCoOwnersConsented: owners === "NONE" ? consented : owners === "CONSENT",
    hasPriorityWaiver: completers === "WAIVED" ? true : null,
  };
}

/** A shared representative or member is a tie; that none is known proves nothing. */
function relatedByData({ deal }: Row): boolean | null {
  const { supplyOrganisation: one, demandOrganisation: other } = deal;
  const members = new Set(one.memberships.map((member) => member.userId));
  const isShared =
    other.memberships.some((member) => members.has(member.userId)) ||
    (one.legalRepresentative !== null && one.legalRepresentative === other.legalRepresentative);
  return isShared ? true : null;
}

/**
 * Everything that a dossier is made from. With a supplement the terms are its terms; parties and
 * signing date stay those of the contract.
 * @throws DomainError "not_found" (404)
 */
export async function readDossierSource(
  db: DbOrTx,
  contractId: string,
  supplementId: string | null = null,
): Promise<DossierSource> {
  const row = assertFound(await db.contract.findUnique({ where: { id: contractId }, select }));
  const supplement = supplementId
    ? await db.contract.findFirst({
        where: { id: supplementId, parentId: contractId },
        select: { termSheet: { select: { content: true } } },
      })
    : null;
  const related = await findRelatedParties(db, row.dealId);
  const { achievement, need } = row.deal;
  return {
    contractId: row.id,
    dealId: row.dealId,
    title: row.title,
    terms: readTermSheet((supplement ?? row).termSheet.content),
    signedOn: day(row.signedOn),
    hasText: row.sealedFileId !== null,
    sealedFileId: row.sealedFileId,
    sealedSha256: row.sealedSha256 ?? row.finalSha256,
    authorisationFileIds: row.signers.flatMap((one) => one.authorisationFileId ?? []),
    seller: partyOf(row, "SUPPLY"),
    buyer: partyOf(row, "DEMAND"),
    isRelated: related.isRelated ? true : related.isComplete ? false : null,
    isRelatedByData: relatedByData(row),
    rightHolder: rightHolderOf(row),
    achievement: achievement && {
      fieldCodes: achievement.fieldCodes,
      industryCodes: achievement.industryCodes,
      isServiceOutcome: achievement.isServiceOutcome,
      hasNoStateSecret: achievement.noStateSecretDeclaredAt !== null,
      coOwners: achievement.coOwners,
      rights: achievement.ipRights,
    },
    need,
  };
}
