import type { Prisma } from "#prisma/client/client";
import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan, can, officeRegions } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { findBars, findGaps } from "./licence-check-rules";
import { licenceOfferConduct } from "./licence-offer-conduct.server";
import { type LicenceOfferState, licenceOfferProcedure } from "./licence-offer-procedure";
import { licenceFactsOf, textFactsOf } from "./licence-offer-rows.server";
import { HOLDING } from "./licence-purchase-procedure";
import type { LicenceOfferKind } from "./licence-schema";
import { readLicenceChecks, readPatents } from "./licence-schema";
import { licenceText, textParts } from "./licence-text-rules";

type Paging = { skip: number; size: number };

const WITH_NAMES = {
  organisation: { select: { id: true, legalName: true, uscc: true, regionCode: true } },
  achievement: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      organisationId: true,
      isBlinded: true,
    },
  },
} satisfies Prisma.LicenceOfferInclude;
type OfferRow = Prisma.LicenceOfferGetPayload<{ include: typeof WITH_NAMES }>;

function lineOf(row: OfferRow) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as LicenceOfferKind,
    state: row.state as LicenceOfferState,
    title: row.title,
    summary: row.summary,
    organisation: row.organisation.legalName,
    feeFen: row.feeFen?.toString() ?? null,
    termMonths: row.termMonths,
    patentCount: readPatents(row.patents).length,
    openedAt: row.openedAt,
    createdAt: row.createdAt,
  };
}

async function listWhere(
  db: DbOrTx,
  where: Prisma.LicenceOfferWhereInput,
  orderBy: Prisma.LicenceOfferOrderByWithRelationInput[],
  { skip, size }: Paging,
) {
  const [rows, total] = await Promise.all([
    db.licenceOffer.findMany({ where, orderBy, skip, take: size, include: WITH_NAMES }),
    db.licenceOffer.count({ where }),
  ]);
  return { items: rows.map(lineOf), total };
}

export type LicenceFilter = {
  kind: LicenceOfferKind | null;
  words: string;
  isFree: boolean;
};

/** Offers that everybody can take now. */
export function listOpenLicences(filter: LicenceFilter, paging: Paging, db: DbOrTx) {
  // The database takes these as signs of its own.
  const words = filter.words.trim().replace(/[\\%_]/g, "\\$&");
  return listWhere(
    db,
    {
      state: "OPEN",
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...(filter.isFree ? { feeFen: 0n } : {}),
      ...(words
        ? {
            OR: [
              { title: { contains: words, mode: "insensitive" } },
              { summary: { contains: words, mode: "insensitive" } },
              { organisation: { legalName: { contains: words, mode: "insensitive" } } },
            ],
          }
        : {}),
    },
    [{ openedAt: "desc" }, { number: "desc" }],
    paging,
  );
}

/** Offers of the organisations for which the person publishes or works. */
export function listOwnLicences(paging: Paging, actor: UserActor, db: DbOrTx) {
  const ids = actor.memberships.map((one) => one.organisationId);
  return listWhere(
    db,
    { organisationId: { in: ids } },
    [{ createdAt: "desc" }, { number: "desc" }],
    paging,
  );
}

/** Offers in the operators' regions. @throws DomainError "forbidden" (403) */
export function listOfficeLicences(
  list: "CHECK" | "OPEN" | "SUSPENDED",
  paging: Paging,
  actor: Actor,
  db: DbOrTx,
) {
  const regions = officeRegions(actor, ["MARKET_OPERATOR"]);
  assertCan(actor, "licence.check", { regionCode: regions[0] ?? null });
  const isWhole = regions.includes(null);
  return listWhere(
    db,
    {
      state: list,
      ...(isWhole
        ? {}
        : {
            OR: regions.map((code) => ({
              regionCode: { startsWith: code?.replace(/(00)+$/, "") ?? "" },
            })),
          }),
    },
    [{ createdAt: list === "CHECK" ? "asc" : "desc" }, { number: "asc" }],
    paging,
  );
}

/** How many places of an offer are taken. */
export function countHolders(db: DbOrTx, offerId: string): Promise<number> {
  const today = dateColumn(calendarDate(clock.now()));
  return db.licencePurchase.count({
    where: {
      offerId,
      state: { in: [...HOLDING] },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
  });
}

/**
 * An offer as everybody may read it: with its whole text, once it has been open.
 * @throws DomainError "not_found" (404)
 */
export async function getPublicLicence(number: number, db: DbOrTx) {
  const isNumber = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;
  const row = isNumber
    ? await db.licenceOffer.findUnique({ where: { number }, include: WITH_NAMES })
    : null;
  const offer = assertFound(row?.openedAt ? row : null);
  const holders = await countHolders(db, offer.id);
  const text = textParts(offer.licenceText);
  const isOpen = offer.state === "OPEN";
  const state: LicenceOfferState =
    isOpen || offer.state === "CLOSED" ? (offer.state as LicenceOfferState) : "SUSPENDED";
  return {
    ...lineOf(offer),
    state,
    isOpen,
    // What is being changed is not shown: the text that was checked last says how things stand.
    title: isOpen ? offer.title : text.title,
    summary: isOpen ? offer.summary : "",
    terms: isOpen
      ? {
          feeFen: offer.feeFen?.toString() ?? "0",
          termMonths: offer.termMonths,
          declarationNumber: offer.declarationNumber,
          territory: offer.territory,
          fieldOfUse: offer.fieldOfUse,
          patents: readPatents(offer.patents),
          isForeign: readLicenceChecks(offer.checks).licensor === "FOREIGN",
          placesLeft:
            offer.maxLicensees === null ? null : Math.max(0, offer.maxLicensees - holders),
        }
      : null,
    organisationId: offer.organisation.id,
    achievement: { id: offer.achievement.id, title: offer.achievement.title },
    isAchievementPublic: offer.achievement.state === "PUBLISHED",
    text,
    textHash: offer.textHash ?? "",
    textVersion: offer.textVersion,
    closedAt: offer.closedAt,
    closeNote: offer.closeNote,
  };
}

/**
 * An offer for its owner and for the office: answers, gaps, bars, the text as it would be now, moves.
 * @throws DomainError "not_found" (404)
 */
export async function getLicenceFile(offerId: string, actor: UserActor, db: DbOrTx) {
  const row = isId(offerId)
    ? await db.licenceOffer.findUnique({ where: { id: offerId }, include: WITH_NAMES })
    : null;
  const isMember = actor.memberships.some((one) => one.organisationId === row?.organisationId);
  const relations = row ? licenceOfferConduct.relations(actor, row) : new Set<never>();
  const offer = assertFound(isMember || relations.size > 0 ? row : null);
  const facts = licenceFactsOf(offer);
  const { name } = licenceOfferProcedure;
  const clocks = await listRunningClocks(db, name, offer.id);
  return {
    ...lineOf(offer),
    revision: offer.revision,
    achievement: { id: offer.achievement.id, title: offer.achievement.title },
    declarationNumber: offer.declarationNumber,
    territory: offer.territory,
    fieldOfUse: offer.fieldOfUse,
    maxLicensees: offer.maxLicensees,
    patents: facts.patents,
    checks: facts.checks,
    gaps: findGaps(facts),
    bars: findBars(facts, calendarDate(clock.now())),
    preview: textParts(licenceText(textFactsOf(offer))),
    textHash: offer.textHash,
    textVersion: offer.textVersion,
    holders: await countHolders(db, offer.id),
    dueAt: clocks[0]?.dueAt ?? null,
    moves: openMoves(licenceOfferProcedure, offer.state, relations),
    mayEdit: can(actor, "licence.create", { organisationId: offer.organisationId }),
    timeline: await listTimeline(db, name, offer.id),
  };
}

/** Own published achievements that a licence can be made of, newest first. */
export async function listLicensable(actor: UserActor, db: DbOrTx, take = 100) {
  const ids = actor.memberships
    .filter((one) => can(actor, "licence.create", { organisationId: one.organisationId }))
    .map((one) => one.organisationId);
  return db.achievement.findMany({
    where: { organisationId: { in: ids }, state: "PUBLISHED", isBlinded: false },
    orderBy: { publishedAt: "desc" },
    take,
    select: { id: true, number: true, title: true },
  });
}

/** Open offers of an achievement, for its public page. */
export async function findLicencesOf(db: DbOrTx, achievementId: string) {
  const rows = await db.licenceOffer.findMany({
    where: { achievementId, state: "OPEN", achievement: { isBlinded: false } },
    orderBy: { openedAt: "desc" },
    take: 5,
    select: { number: true, kind: true, title: true, feeFen: true },
  });
  return rows.map((row) => ({ ...row, feeFen: row.feeFen?.toString() ?? "0" }));
}
