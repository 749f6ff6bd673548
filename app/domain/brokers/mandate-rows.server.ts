import type { Prisma } from "#prisma/client/client";
import { FEE_KINDS, type FeeTable, readFeeSteps } from "./fee-rules";

/** Columns of a mandate that its rules, pages and conduct look at. */
export const mandateSelect = {
  id: true,
  number: true,
  state: true,
  brokerId: true,
  side: true,
  clientId: true,
  secondClientId: true,
  achievementId: true,
  needId: true,
  title: true,
  scope: true,
  duties: true,
  successDefinition: true,
  feeKind: true,
  fixedFeeFen: true,
  feeSteps: true,
  costsBorneBy: true,
  feePayer: true,
  confidentialityNote: true,
  conflictDeclaration: true,
  startsOn: true,
  endsOn: true,
  termsHash: true,
  offeredById: true,
  createdAt: true,
  activatedAt: true,
  dealId: true,
  contractId: true,
  feeFen: true,
  feeDueOn: true,
  paidAt: true,
  broker: {
    select: {
      id: true,
      userId: true,
      state: true,
      displayName: true,
      agencyId: true,
      user: {
        select: {
          realNameLevel: true,
          memberships: { where: { endedAt: null }, select: { organisationId: true } },
        },
      },
    },
  },
  client: { select: { id: true, legalName: true } },
  secondClient: { select: { id: true, legalName: true } },
  consents: { select: { organisationId: true, termsHash: true, createdAt: true } },
} as const satisfies Prisma.MandateSelect;

export type MandateRow = Prisma.MandateGetPayload<{ select: typeof mandateSelect }>;

/** Organisations that must consent to a mandate. */
export function clientIds(row: Pick<MandateRow, "clientId" | "secondClientId">): string[] {
  return row.secondClientId ? [row.clientId, row.secondClientId] : [row.clientId];
}

export function feeTableOf(
  row: Pick<MandateRow, "feeKind" | "fixedFeeFen" | "feeSteps">,
): FeeTable {
  return {
    kind: FEE_KINDS.find((kind) => kind === row.feeKind) ?? "NONE",
    fixedFeeFen: row.fixedFeeFen,
    steps: readFeeSteps(row.feeSteps),
  };
}

/** Whether the broker is tied to a client: works for it or belongs to it. */
export function isTiedToClient(row: MandateRow): boolean {
  const clients = clientIds(row);
  return (
    (row.broker.agencyId !== null && clients.includes(row.broker.agencyId)) ||
    row.broker.user.memberships.some((one) => clients.includes(one.organisationId))
  );
}
