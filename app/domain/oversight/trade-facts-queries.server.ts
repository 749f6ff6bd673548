import { isPlaceholderEmail } from "~/domain/identity/contact-rules";
import type { DbOrTx } from "~/platform/db.server";
import type { TradeCaseFacts, TradeParty } from "./flag-rules";
import type { TradeCaseRef } from "./trade-case-rules";

type Entry = {
  table: string;
  id: string;
  organisationId: string;
  userId: string | null;
  phone: string;
  isRelated: boolean;
  relatedNote: string;
};
type Found = { ownerId: string; isTraining: boolean; entries: Entry[] };

const entryOf = (
  table: string,
  row: {
    id: string;
    organisationId: string;
    userId: string;
    isRelated: boolean | null;
    relatedNote: string;
    contactPhone?: string;
  },
): Entry => ({
  table,
  id: row.id,
  organisationId: row.organisationId,
  userId: row.userId,
  phone: row.contactPhone ?? "",
  isRelated: row.isRelated ?? false,
  relatedNote: row.relatedNote,
});

const ENTRY = {
  id: true,
  organisationId: true,
  userId: true,
  isRelated: true,
  relatedNote: true,
} as const;

async function findEntries(db: DbOrTx, { caseType, caseId }: TradeCaseRef): Promise<Found | null> {
  if (caseType === "LOT") {
    const row = await db.lot.findUnique({
      where: { id: caseId },
      select: {
        organisationId: true,
        isTraining: true,
        applications: {
          where: { state: { not: "WITHDRAWN" } },
          select: { ...ENTRY, contactPhone: true },
        },
      },
    });
    if (!row) return null;
    const entries = row.applications.map((one) => entryOf("LotApplication", one));
    return { ownerId: row.organisationId, isTraining: row.isTraining, entries };
  }
  if (caseType === "TENDER") {
    const row = await db.tender.findUnique({
      where: { id: caseId },
      select: {
        organisationId: true,
        bids: { where: { state: { not: "WITHDRAWN" } }, select: ENTRY },
      },
    });
    if (!row) return null;
    const entries = row.bids.map((one) => entryOf("TenderBid", one));
    return { ownerId: row.organisationId, isTraining: false, entries };
  }
  const row = await db.challenge.findUnique({
    where: { id: caseId },
    select: {
      organisationId: true,
      intentions: { where: { state: { notIn: ["DRAFT", "WITHDRAWN"] } }, select: ENTRY },
    },
  });
  if (!row) return null;
  const entries = row.intentions.map((one) => entryOf("ChallengeIntention", one));
  return { ownerId: row.organisationId, isTraining: false, entries };
}

/** Owner and participants of a case with what the rules of flags look at; null for training runs. */
export async function getTradeFacts(db: DbOrTx, ref: TradeCaseRef): Promise<TradeCaseFacts | null> {
  const found = await findEntries(db, ref);
  if (!found || found.isTraining) return null;
  const { ownerId, entries } = found;
  const organisations = await db.organisation.findMany({
    where: { id: { in: [ownerId, ...entries.map((one) => one.organisationId)] } },
    select: {
      id: true,
      legalName: true,
      legalRepresentative: true,
      address: true,
      website: true,
      memberships: { where: { endedAt: null }, select: { userId: true } },
    },
  });
  const users = await db.user.findMany({
    where: { id: { in: entries.flatMap((one) => one.userId ?? []) } },
    select: {
      id: true,
      email: true,
      phoneNumber: true,
      sessions: { select: { ipAddress: true } },
    },
  });
  const partyOf = (entry: Entry, isOwner: boolean): TradeParty[] => {
    const unit = organisations.find((one) => one.id === entry.organisationId);
    if (!unit) return [];
    const user = users.find((one) => one.id === entry.userId);
    const mail = user && !isPlaceholderEmail(user.email) ? [user.email] : [];
    return [
      {
        organisationId: unit.id,
        isOwner,
        row: { table: entry.table, id: entry.id },
        name: unit.legalName,
        legalRepresentative: unit.legalRepresentative,
        address: unit.address,
        website: unit.website,
        memberIds: unit.memberships.map(({ userId }) => userId),
        phones: [entry.phone, user?.phoneNumber ?? ""].filter(Boolean),
        mails: mail,
        networks: [...new Set(user?.sessions.flatMap((one) => one.ipAddress ?? []) ?? [])],
        isDeclaredRelated: entry.isRelated,
        relatedNote: entry.relatedNote,
      },
    ];
  };
  const owner: Entry = {
    table: "Organisation",
    id: ownerId,
    organisationId: ownerId,
    userId: null,
    phone: "",
    isRelated: false,
    relatedNote: "",
  };
  return {
    ...ref,
    parties: [...partyOf(owner, true), ...entries.flatMap((one) => partyOf(one, false))],
  };
}
