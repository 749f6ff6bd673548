import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import type { Db, DbOrTx } from "~/platform/db.server";
import { type DealAccess, getDealAccess } from "./deal-access.server";
import type { RoomConversation, RoomMessage, RoomReader } from "./deal-message-view";
import type { DealRole } from "./deal-role-rules";

/** Messages of one page of a conversation. */
export const PAGE_OF_MESSAGES = 50;
/** Messages handed over at once to a page that was away; it asks again for more. */
const CATCH_UP_SIZE = 200;

const select = {
  id: true,
  sequence: true,
  kind: true,
  authorId: true,
  organisationId: true,
  body: true,
  event: true,
  clientKey: true,
  createdAt: true,
  file: { select: { id: true, name: true, sizeBytes: true } },
} as const satisfies Prisma.DealMessageSelect;

type Row = Prisma.DealMessageGetPayload<{ select: typeof select }>;
type Sides = Pick<DealAccess["deal"], "supplyOrganisationId" | "demandOrganisationId">;

/**
 * A page of the conversation, the newest or the one before message `before`, with how far everybody
 * has read. @throws DomainError "not_found" (404), "deal_area_closed" (403)
 */
export async function getConversation(
  dealId: string,
  before: number | null,
  actor: UserActor,
  db: Db,
): Promise<RoomConversation> {
  const access = await getDealAccess(db, dealId, actor, "CONVERSATION");
  const rows = await db.dealMessage.findMany({
    where: { dealId, ...(before ? { sequence: { lt: before } } : {}) },
    orderBy: { sequence: "desc" },
    take: PAGE_OF_MESSAGES + 1,
    select,
  });
  const shown = rows.slice(0, PAGE_OF_MESSAGES).reverse();
  const [messages, readers] = await Promise.all([
    toMessages(db, shown, access.deal),
    listReaders(db, dealId),
  ]);
  return {
    messages,
    hasOlder: rows.length > PAGE_OF_MESSAGES,
    hasNewer: before !== null,
    readers,
    canWrite: access.participantId !== null && access.deal.state !== "CLOSED",
  };
}

/**
 * What came after a message, in order, for a page that was away.
 * @throws DomainError "not_found" (404), "deal_area_closed" (403)
 */
export async function listMessagesAfter(
  dealId: string,
  after: number,
  actor: UserActor,
  db: Db,
): Promise<{ messages: RoomMessage[]; hasMore: boolean }> {
  const { deal } = await getDealAccess(db, dealId, actor, "CONVERSATION");
  const rows = await db.dealMessage.findMany({
    where: { dealId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: CATCH_UP_SIZE + 1,
    select,
  });
  const messages = await toMessages(db, rows.slice(0, CATCH_UP_SIZE), deal);
  return { messages, hasMore: rows.length > CATCH_UP_SIZE };
}

/** One message for the sockets of those who may read it; null when there is no such number. */
export async function findMessage(
  db: DbOrTx,
  dealId: string,
  sequence: number,
): Promise<RoomMessage | null> {
  const row = await db.dealMessage.findUnique({
    where: { dealId_sequence: { dealId, sequence } },
    select: {
      ...select,
      deal: { select: { supplyOrganisationId: true, demandOrganisationId: true } },
    },
  });
  return row ? ((await toMessages(db, [row], row.deal))[0] ?? null) : null;
}

/** Number of the last message of a room for whoever may enter it, else null. */
export async function findDealSequence(
  dealId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<number | null> {
  try {
    await getDealAccess(db, dealId, actor, null);
  } catch {
    return null;
  }
  return getDealSequence(dealId, db);
}

export async function getDealSequence(dealId: string, db: DbOrTx): Promise<number> {
  const deal = await db.deal.findUnique({ where: { id: dealId }, select: { lastSequence: true } });
  return deal?.lastSequence ?? 0;
}

/** Texts of all messages in order, for the evidence pack. */
export async function listAllMessages(db: DbOrTx, dealId: string): Promise<RoomMessage[]> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { supplyOrganisationId: true, demandOrganisationId: true },
  });
  const rows = await db.dealMessage.findMany({
    where: { dealId },
    orderBy: { sequence: "asc" },
    select,
  });
  return toMessages(db, rows, deal);
}

async function toMessages(db: DbOrTx, rows: readonly Row[], sides: Sides): Promise<RoomMessage[]> {
  const idsOf = (name: "authorId" | "organisationId") => [
    ...new Set(rows.flatMap((row) => row[name] ?? [])),
  ];
  const [authors, organisations] = await Promise.all([
    db.user.findMany({
      where: { id: { in: idsOf("authorId") } },
      select: { id: true, name: true },
    }),
    db.organisation.findMany({
      where: { id: { in: idsOf("organisationId") } },
      select: { id: true, legalName: true },
    }),
  ]);
  const authorName = new Map(authors.map((one) => [one.id, one.name]));
  const organisationName = new Map(organisations.map((one) => [one.id, one.legalName]));
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    kind: row.kind as RoomMessage["kind"],
    authorId: row.authorId,
    authorName: row.authorId ? (authorName.get(row.authorId) ?? null) : null,
    organisationName: row.organisationId
      ? (organisationName.get(row.organisationId) ?? null)
      : null,
    side:
      row.organisationId === sides.supplyOrganisationId
        ? "SUPPLY"
        : row.organisationId === sides.demandOrganisationId
          ? "DEMAND"
          : null,
    body: row.body,
    file: row.file && { ...row.file, sizeBytes: Number(row.file.sizeBytes) },
    event: readEvent(row.event),
    clientKey: row.clientKey,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** A stored event; values that are neither text nor number are left out. */
function readEvent(stored: unknown): RoomMessage["event"] {
  if (typeof stored !== "object" || stored === null || !("code" in stored)) return null;
  if (typeof stored.code !== "string") return null;
  const raw = "params" in stored && typeof stored.params === "object" ? stored.params : null;
  const params = Object.fromEntries(
    Object.entries(raw ?? {}).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
  const href = "href" in stored && typeof stored.href === "string" ? stored.href : null;
  return { code: stored.code, params, href };
}

async function listReaders(db: DbOrTx, dealId: string): Promise<RoomReader[]> {
  const rows = await db.dealParticipant.findMany({
    where: { dealId, leftAt: null, joinedAt: { not: null } },
    orderBy: { joinedAt: "asc" },
    select: { userId: true, role: true, readSequence: true, user: { select: { name: true } } },
  });
  return rows.map((row) => ({
    userId: row.userId,
    name: row.user.name,
    role: row.role as DealRole,
    readSequence: row.readSequence,
  }));
}
