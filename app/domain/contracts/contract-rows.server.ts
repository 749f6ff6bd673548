import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

const partyColumns = {
  id: true,
  kind: true,
  legalName: true,
  uscc: true,
  address: true,
  legalRepresentative: true,
  regionCode: true,
} as const;

/** Columns of a contract that rules, conduct and documents look at. */
export const contractSelect = {
  id: true,
  number: true,
  state: true,
  kind: true,
  parentId: true,
  dealId: true,
  termSheetId: true,
  categoryCode: true,
  title: true,
  templateVersion: true,
  draftNumber: true,
  signingMode: true,
  finalFileId: true,
  finalSha256: true,
  finalPageCount: true,
  sealedFileId: true,
  sealedSha256: true,
  signedOn: true,
  createdAt: true,
  finalAt: true,
  signedAt: true,
  endedAt: true,
  termSheet: { select: { id: true, number: true, state: true, content: true } },
  parent: {
    select: {
      id: true,
      number: true,
      title: true,
      createdAt: true,
      signedOn: true,
      termSheet: { select: { content: true } },
    },
  },
  deal: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      supplyOrganisationId: true,
      demandOrganisationId: true,
      supplyOrganisation: { select: partyColumns },
      demandOrganisation: { select: partyColumns },
      participants: {
        where: { leftAt: null, joinedAt: { not: null } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          userId: true,
          role: true,
          organisationId: true,
          user: { select: { name: true } },
        },
      },
    },
  },
  signers: {
    orderBy: { sort: "asc" },
    select: {
      id: true,
      sort: true,
      side: true,
      organisationId: true,
      userId: true,
      signedAt: true,
      documentSha256: true,
      declinedAt: true,
    },
  },
} as const satisfies Prisma.ContractSelect;

export type ContractRow = Prisma.ContractGetPayload<{ select: typeof contractSelect }>;

/** The rows in the order of their ids; the kernel has locked them. */
export function loadContracts(tx: Tx, ids: readonly string[]): Promise<ContractRow[]> {
  return tx.contract.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    select: contractSelect,
  });
}

/** Persons of both sides in the room, but for the one who acts. */
export function otherPartiesOf(row: Pick<ContractRow, "deal">, actorId: string | null): string[] {
  return row.deal.participants
    .filter((one) => (one.role === "SUPPLY" || one.role === "DEMAND") && one.userId !== actorId)
    .map((one) => one.userId);
}
