import type { Prisma } from "#prisma/client/client";

/** Columns of a registration that rules, conduct and pages look at. */
export const registrationSelect = {
  id: true,
  number: true,
  state: true,
  contractId: true,
  dealId: true,
  supplementId: true,
  applicantId: true,
  officeId: true,
  servicePointId: true,
  createdById: true,
  form: true,
  facts: true,
  revision: true,
  completenessBp: true,
  round: true,
  registrarAId: true,
  registrarBId: true,
  secondReason: true,
  categoryCode: true,
  contractSha256: true,
  matterKey: true,
  totalFen: true,
  technicalFen: true,
  approvedIncomeFen: true,
  serialYear: true,
  serial: true,
  registrationNo: true,
  officialNo: true,
  refusalCodes: true,
  decisionNote: true,
  versionNumber: true,
  changeReason: true,
  createdAt: true,
  submittedAt: true,
  acceptedAt: true,
  decisionDueAt: true,
  decidedAt: true,
  registeredOn: true,
  endedAt: true,
  office: {
    select: { id: true, code: true, nameZh: true, nameEn: true, regionCode: true, level: true },
  },
  servicePoint: { select: { id: true, code: true, nameZh: true, nameEn: true } },
  contract: { select: { state: true, title: true, number: true } },
  deal: {
    select: {
      number: true,
      title: true,
      supplyOrganisationId: true,
      demandOrganisationId: true,
      participants: { select: { userId: true, role: true } },
    },
  },
  recusals: { select: { userId: true, reason: true } },
} as const satisfies Prisma.RegistrationSelect;

export type RegistrationRow = Prisma.RegistrationGetPayload<{ select: typeof registrationSelect }>;

/** What the recusal rules look at. */
export function biasFacts(row: RegistrationRow) {
  const { deal } = row;
  const ofRole = (isBroker: boolean) =>
    deal.participants
      .filter((one) => (one.role === "BROKER") === isBroker)
      .map((one) => one.userId);
  return {
    partyIds: [deal.supplyOrganisationId, deal.demandOrganisationId, row.applicantId],
    participantIds: [...ofRole(false), row.createdById],
    brokerIds: ofRole(true),
    declared: row.recusals,
  };
}
