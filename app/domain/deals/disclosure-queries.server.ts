import type { Prisma } from "#prisma/client/client";
import type { ListingSection } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Db, DbOrTx } from "~/platform/db.server";
import { type DealAccess, getDealAccess } from "./deal-access.server";
import { listDealUserIds } from "./deal-people-queries.server";
import type { DealSide } from "./deal-role-rules";
import type {
  DisclosedThing,
  DisclosureLogEntry,
  DisclosureView,
  GivenGrant,
  NdaView,
} from "./disclosure-view";
import { findOwnListing, grantablesOf } from "./grantable-queries.server";
import { getNda } from "./nda-queries.server";
import { NDA_VERSION } from "./nda-text";

export const DISCLOSURE_PAGE_SIZE = 20;

const thingSelect = {
  listingKind: true,
  section: true,
  granteeId: true,
  file: { select: { name: true } },
} as const satisfies Prisma.DisclosureGrantSelect;

type ThingRow = Prisma.DisclosureGrantGetPayload<{ select: typeof thingSelect }>;

/**
 * Disclosure in a room as one person may know it: what is open to them, what their side has opened,
 * and the view log for both sides. No content is in it, and no name of a file that is neither their
 * side's nor open to them.
 * @throws DomainError "not_found" (404)
 */
export async function getDisclosure(
  dealId: string,
  pages: { grants: number; log: number },
  actor: UserActor,
  db: Db,
): Promise<DisclosureView> {
  const access = await getDealAccess(db, dealId, actor, null);
  const { side, participantId, deal } = access;
  const now = clock.now();
  const [nda, mine, own, log] = await Promise.all([
    readNda(db, dealId, actor.userId),
    participantId && deal.state !== "CLOSED"
      ? db.disclosureGrant.findMany({
          where: {
            dealId,
            granteeId: actor.userId,
            revokedAt: null,
            OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
          },
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
          select: { ...thingSelect, id: true, expiresAt: true },
        })
      : [],
    side ? readOwn(db, access, side, pages.grants) : null,
    side ? readLog(db, dealId, side, actor, pages.log) : null,
  ]);
  return {
    isClosed: deal.state === "CLOSED",
    nda,
    isParticipant: participantId !== null,
    toMe: mine.map((row) => ({
      grantId: row.id,
      thing: thingOf(row, null, actor.userId),
      expiresAt: row.expiresAt?.toISOString() ?? null,
    })),
    own,
    log,
  };
}

async function readNda(db: DbOrTx, dealId: string, userId: string): Promise<NdaView> {
  const nda = await getNda(db, dealId);
  const accepted = await db.ndaAcceptance.findFirst({
    where: { dealId, userId, textVersion: NDA_VERSION },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true, text: true, textHash: true },
  });
  // What the person accepted is shown, even if a party has been renamed since.
  const shown = accepted ? { text: accepted.text, hash: accepted.textHash } : nda;
  return {
    version: nda.version,
    text: shown.text,
    hash: shown.hash,
    acceptedAt: accepted?.createdAt.toISOString() ?? null,
  };
}

async function readOwn(
  db: DbOrTx,
  access: DealAccess,
  side: DealSide,
  page: number,
): Promise<NonNullable<DisclosureView["own"]>> {
  const { deal, participantId } = access;
  const where = {
    dealId: deal.id,
    listingKind: side === "SUPPLY" ? ("ACHIEVEMENT" as const) : ("NEED" as const),
  };
  const [listing, rows, grantTotal, people] = await Promise.all([
    participantId ? findOwnListing(db, deal, side) : null,
    db.disclosureGrant.findMany({
      where,
      orderBy: [
        { revokedAt: { sort: "desc", nulls: "first" } },
        { createdAt: "desc" },
        { id: "asc" },
      ],
      skip: (page - 1) * DISCLOSURE_PAGE_SIZE,
      take: DISCLOSURE_PAGE_SIZE,
      select: {
        ...thingSelect,
        id: true,
        grantedById: true,
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
        _count: { select: { views: true } },
      },
    }),
    db.disclosureGrant.count({ where }),
    participantId ? listGrantees(db, deal.id, side) : [],
  ]);
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.granteeId, row.grantedById]),
  );
  const now = clock.now();
  const grants = rows.map(
    (row): GivenGrant => ({
      grantId: row.id,
      thing: thingOf(row, side, ""),
      granteeName: names.get(row.granteeId) ?? "",
      grantedByName: names.get(row.grantedById) ?? "",
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
      isExpired: row.expiresAt !== null && row.expiresAt <= now,
      views: row._count.views,
    }),
  );
  const things = (listing ? grantablesOf(listing) : []).map((one) => ({
    value: one.value,
    thing: { kind: one.kind, section: one.section, fileName: one.file?.name ?? null },
  }));
  return { things, people, grants, grantTotal };
}

/** People in the room to whom a side can open something: everybody but its own. */
async function listGrantees(db: DbOrTx, dealId: string, side: DealSide) {
  const there = await listDealUserIds(db, dealId);
  const rows = await db.dealParticipant.findMany({
    where: { dealId, userId: { in: there }, role: { not: side } },
    orderBy: { joinedAt: "asc" },
    select: { userId: true, role: true, user: { select: { name: true } } },
  });
  return rows.map((row) => ({ id: row.userId, name: row.user.name, hint: row.role }));
}

async function readLog(
  db: DbOrTx,
  dealId: string,
  side: DealSide,
  actor: UserActor,
  page: number,
): Promise<{ entries: DisclosureLogEntry[]; total: number }> {
  const where = { grant: { dealId } };
  const [rows, total] = await Promise.all([
    db.disclosureView.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * DISCLOSURE_PAGE_SIZE,
      take: DISCLOSURE_PAGE_SIZE,
      select: {
        id: true,
        userId: true,
        how: true,
        createdAt: true,
        grant: { select: thingSelect },
      },
    }),
    db.disclosureView.count({ where }),
  ]);
  const names = await namesOf(
    db,
    rows.map((row) => row.userId),
  );
  return {
    total,
    entries: rows.map((row) => ({
      id: row.id,
      thing: thingOf(row.grant, side, actor.userId),
      viewerName: names.get(row.userId) ?? "",
      at: row.createdAt.toISOString(),
      how: row.how === "FILE" ? "FILE" : "PAGE",
    })),
  };
}

/** The name of a file is told to its owner's side and to the person it was opened to. */
export function thingOf(row: ThingRow, side: DealSide | null, userId: string): DisclosedThing {
  const owner = row.listingKind === "ACHIEVEMENT" ? "SUPPLY" : "DEMAND";
  const mayKnow = owner === side || row.granteeId === userId;
  return {
    kind: row.listingKind === "ACHIEVEMENT" ? "achievement" : "need",
    section: row.section as ListingSection | null,
    fileName: mayKnow ? (row.file?.name ?? null) : null,
  };
}

export async function namesOf(
  db: DbOrTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
