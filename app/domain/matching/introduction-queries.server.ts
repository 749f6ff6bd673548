import type { CodeName } from "#search/indexes/listing-document";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { Db, DbOrTx } from "~/platform/db.server";
import { isDeclineCode } from "./answer-schema";
import { knowsOtherSide, type PartySide } from "./disclosure-rules";
import { introductionConduct } from "./introduction-conduct.server";
import { introductionProcedure } from "./introduction-procedure";
import {
  disclosureSubject,
  type IntroductionRow,
  introductionSelect,
  listingsOf,
  sideOf,
  stateOf,
} from "./introduction-rows.server";
import type { Box, IntroductionDetail, IntroductionItem } from "./introduction-view-schema";
import { listingHref } from "./match-href";
import { readRequestText } from "./request-text-rules";

/** Requests that an organisation has got (inbox) or made (outbox), newest first. */
export async function listIntroductions(
  organisationId: string,
  box: Box,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<{ items: IntroductionItem[]; total: number; waiting: number }> {
  const where =
    box === "inbox" ? { toOrganisationId: organisationId } : { fromOrganisationId: organisationId };
  const [rows, total, waiting] = await Promise.all([
    db.introduction.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: introductionSelect,
    }),
    db.introduction.count({ where }),
    db.introduction.count({ where: { toOrganisationId: organisationId, state: "REQUESTED" } }),
  ]);
  const [parties, unread] = await Promise.all([
    loadParties(db, rows),
    countUnreadMessages(db, rows, actor.userId),
  ]);
  const side = box === "inbox" ? "receiver" : "requester";
  const items = rows.map((row) => toItem(row, side, parties, unread.get(row.id) ?? 0));
  return { items, total, waiting };
}

/** Messages of a conversation that are shown; older ones are counted. */
export const CONVERSATION_SIZE = 500;

/**
 * One request with its conversation, seen from the actor's side.
 * @throws DomainError "not_found" for everybody who belongs to neither side
 */
export async function getIntroduction(
  id: string,
  actor: UserActor,
  db: Db,
): Promise<IntroductionDetail> {
  const { row, side } = assertFound(await findVisible(db, id, actor));
  const [parties, messages, requestedBy] = await Promise.all([
    loadParties(db, [row]),
    db.introductionMessage.findMany({
      where: { introductionId: id },
      orderBy: { sequence: "desc" },
      take: CONVERSATION_SIZE,
    }),
    db.user.findUnique({ where: { id: row.requestedById }, select: { name: true } }),
  ]);
  messages.reverse();
  const authors = await db.user.findMany({
    where: { id: { in: [...new Set(messages.map((message) => message.authorId))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(authors.map((author) => [author.id, author.name]));
  const ourId = side === "requester" ? row.fromOrganisationId : row.toOrganisationId;
  const knowsRequester = side === "requester" || knowsOtherSide(side, disclosureSubject(row));
  const state = stateOf(row);
  return {
    ...toItem(row, side, parties, 0),
    request: readRequestText(row.message),
    requestedBy: knowsRequester ? (requestedBy?.name ?? null) : null,
    declineCode: side === "receiver" && isDeclineCode(row.declineCode) ? row.declineCode : null,
    moves: openMoves(introductionProcedure, state, introductionConduct.relations(actor, row)),
    canWrite: state === "ACCEPTED" && can(actor, "introduction.answer", { organisationId: ourId }),
    // Messages exist from acceptance on, when both sides know each other.
    messages: messages.map((message) => ({
      id: message.id,
      sequence: message.sequence,
      body: message.body,
      createdAt: message.createdAt.toISOString(),
      authorName: nameOf.get(message.authorId) ?? "",
      organisationName: parties.get(message.organisationId)?.name ?? "",
      isOurs: message.organisationId === ourId,
      isMine: message.authorId === actor.userId,
    })),
    sequence: messages.at(-1)?.sequence ?? 0,
  };
}

/** Number of the last message for whoever may see the conversation, else null. */
export async function findIntroductionSequence(
  id: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<number | null> {
  if (!(await findVisible(db, id, actor))) return null;
  return getLastSequence(id, db);
}

/** Number of the last message of a conversation, 0 before the first. */
export async function getLastSequence(id: string, db: DbOrTx): Promise<number> {
  const last = await db.introductionMessage.aggregate({
    where: { introductionId: id },
    _max: { sequence: true },
  });
  return last._max.sequence ?? 0;
}

/** A request and the actor's side of it; the organisation acted for decides for members of both. */
async function findVisible(db: DbOrTx, id: string, actor: UserActor) {
  if (!isId(id)) return null;
  const row = await db.introduction.findUnique({ where: { id }, select: introductionSelect });
  if (!row) return null;
  const seen = [row.toOrganisationId, row.fromOrganisationId].filter((organisationId) =>
    can(actor, "introduction.view", { organisationId }),
  );
  const organisationId = seen.find((one) => one === actor.organisationId) ?? seen[0];
  const side = organisationId ? sideOf(row, organisationId) : null;
  return side ? { row, side } : null;
}

type Party = { id: string; name: string; kind: string; region: CodeName };

async function loadParties(
  db: Db,
  rows: readonly { fromOrganisationId: string; toOrganisationId: string }[],
): Promise<Map<string, Party>> {
  const ids = rows.flatMap((row) => [row.fromOrganisationId, row.toOrganisationId]);
  const found = await db.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      legalName: true,
      kind: true,
      region: { select: { nameZh: true, nameEn: true } },
    },
  });
  return new Map(
    found.map(({ id, legalName, kind, region }) => [
      id,
      { id, name: legalName, kind, region: { zh: region.nameZh, en: region.nameEn } },
    ]),
  );
}

function toItem(
  row: IntroductionRow,
  side: PartySide,
  parties: ReadonlyMap<string, Party>,
  unread: number,
): IntroductionItem {
  const { kind, asked, own } = listingsOf(row);
  const otherKind: ListingKind = kind === "need" ? "achievement" : "need";
  const otherId = side === "requester" ? row.toOrganisationId : row.fromOrganisationId;
  const other = assertFound(parties.get(otherId));
  const isKnown = knowsOtherSide(side, disclosureSubject(row));
  const linkTo = (of: ListingKind, listing: typeof asked) => ({
    title: listing.title,
    href: listing.state === "PUBLISHED" ? listingHref(of, listing.id) : null,
  });
  return {
    id: row.id,
    number: row.number,
    state: stateOf(row),
    side,
    kind,
    asked: linkTo(kind, asked),
    own: own && linkTo(otherKind, own),
    other: {
      name: isKnown ? other.name : null,
      organisationId: isKnown ? other.id : null,
      kind: other.kind,
      region: other.region,
    },
    createdAt: row.createdAt.toISOString(),
    replyDueAt: row.replyDueAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    unread,
  };
}

/** Messages after the person's read mark, by request. One query. */
async function countUnreadMessages(
  db: Db,
  rows: readonly { id: string }[],
  userId: string,
): Promise<Map<string, number>> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return new Map();
  const counted = await db.$queryRaw<{ id: string; unread: bigint }[]>`
    SELECT message."introductionId" AS id, count(*) AS unread
    FROM "IntroductionMessage" AS message
    LEFT JOIN "IntroductionReadMark" AS mark
      ON mark."introductionId" = message."introductionId" AND mark."userId" = ${userId}::uuid
    WHERE message."introductionId" = ANY(${ids}::uuid[])
      AND message."authorId" <> ${userId}::uuid
      AND message.sequence > coalesce(mark.sequence, 0)
    GROUP BY message."introductionId"`;
  return new Map(counted.map((row) => [row.id, Number(row.unread)]));
}
