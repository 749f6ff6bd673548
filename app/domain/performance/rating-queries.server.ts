import { Prisma } from "#prisma/client/client";
import type { DealAccess } from "~/domain/deals/deal-access.server";
import { type DealSide, otherSide } from "~/domain/deals/deal-role-rules";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { RateeKind } from "./performance-schema";
import { areRatingsShown, averagesOf, mayRate } from "./rating-rules";
import type { DealRatings, RatingSummary, RatingView } from "./rating-view";

type DealParties = { id: string; supplyOrganisationId: string; demandOrganisationId: string };
export type Ratee = { kind: RateeKind; id: string; name: string };

/** Whom a side may rate: the other side, and the brokers who took part. */
export async function listRatees(db: DbOrTx, deal: DealParties, side: DealSide): Promise<Ratee[]> {
  const otherId =
    otherSide(side) === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
  const [other, brokers] = await Promise.all([
    db.organisation.findUniqueOrThrow({ where: { id: otherId }, select: { legalName: true } }),
    db.dealParticipant.findMany({
      where: { dealId: deal.id, role: "BROKER", brokerId: { not: null }, joinedAt: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { brokerId: true, user: { select: { name: true } } },
    }),
  ]);
  return [
    { kind: "ORGANISATION", id: otherId, name: other.legalName },
    ...brokers.flatMap(({ brokerId, user }): Ratee[] =>
      brokerId ? [{ kind: "BROKER", id: brokerId, name: user.name }] : [],
    ),
  ];
}

/** Whether a deal may be rated, and whether its ratings are shown already. */
export async function readDisclosure(
  db: DbOrTx,
  dealId: string,
): Promise<{ isOpen: boolean; areShown: boolean; shownAfterDays: number; endedAt: Date | null }> {
  const now = clock.now();
  const [deal, raters, days] = await Promise.all([
    db.deal.findUniqueOrThrow({
      where: { id: dealId },
      select: { state: true, closeCode: true, completedAt: true, closedAt: true },
    }),
    db.rating.findMany({
      where: { dealId, rateeKind: "ORGANISATION" },
      select: { raterOrganisationId: true },
    }),
    getPolicyNumber(db, "market.rating.shown_after_days", now),
  ]);
  const endedAt = deal.completedAt ?? deal.closedAt;
  const haveBothRated = new Set(raters.map((one) => one.raterOrganisationId)).size === 2;
  return {
    isOpen: mayRate(deal),
    areShown: areRatingsShown({ endedAt, haveBothRated }, days, now),
    shownAfterDays: days,
    endedAt,
  };
}

/** The ratings of one deal as a person in the room sees them; null while nothing may be rated. */
export async function getDealRatings(
  db: DbOrTx,
  access: DealAccess,
  actor: UserActor,
): Promise<DealRatings | null> {
  const disclosure = await readDisclosure(db, access.deal.id);
  if (!disclosure.isOpen) return null;
  const { side, organisationId, participantId } = access;
  const mayGive =
    side !== null && participantId !== null && can(actor, "rating.give", { organisationId });
  const [ratees, rows] = await Promise.all([
    side ? listRatees(db, access.deal, side) : [],
    db.rating.findMany({
      where: { dealId: access.deal.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  ]);
  const own = rows.filter((row) => row.raterOrganisationId === organisationId && side !== null);
  const shown = disclosure.areShown ? rows : own;
  const names = await namesOf(db, shown);
  return {
    areShown: disclosure.areShown,
    shownAfterDays: disclosure.shownAfterDays,
    toRate: mayGive
      ? ratees.filter(({ kind, id }) => !own.some((r) => r.rateeKind === kind && r.rateeId === id))
      : [],
    ratings: shown.map((row) => ({
      ...toView(row, names),
      mayReply:
        disclosure.areShown &&
        row.repliedAt === null &&
        participantId !== null &&
        (row.rateeKind === "BROKER"
          ? actor.brokerId === row.rateeId
          : can(actor, "rating.give", { organisationId: row.rateeId })),
    })),
  };
}

const PAGE = 10;

/** What the public is told of an organisation or broker: votes, averages, and the latest ratings. */
export async function getRatingSummary(
  db: DbOrTx,
  kind: RateeKind,
  id: string,
): Promise<RatingSummary> {
  const now = clock.now();
  const [days, minimum] = await Promise.all([
    getPolicyNumber(db, "market.rating.shown_after_days", now),
    getPolicyNumber(db, "market.rating.average_minimum", now),
  ]);
  const shown = shownRatings(kind, id, days, now);
  const [sums] = await db.$queryRaw<
    { votes: number; reliability: number; communication: number; quality: number }[]
  >`SELECT count(*)::int AS votes, coalesce(sum(reliability), 0)::int AS reliability,
      coalesce(sum(communication), 0)::int AS communication,
      coalesce(sum(quality), 0)::int AS quality FROM (${shown}) shown`;
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${shown}) shown ORDER BY "createdAt" DESC, id DESC LIMIT ${PAGE}`;
  const rows = await db.rating.findMany({
    where: { id: { in: ids.map((one) => one.id) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const names = await namesOf(db, rows);
  const found = sums ?? { votes: 0, reliability: 0, communication: 0, quality: 0 };
  return {
    votes: found.votes,
    minimum,
    averages: averagesOf(found, minimum),
    latest: rows.map((row) => toView(row, names)),
  };
}

/** The rule of rating-rules.ts as a query, so that lists can be counted and paged. */
function shownRatings(kind: RateeKind, id: string, days: number, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT one.* FROM "Rating" one JOIN "Deal" deal ON deal.id = one."dealId"
    WHERE one."rateeKind" = ${kind} AND one."rateeId" = ${id}::uuid
      AND (coalesce(deal."completedAt", deal."closedAt") + make_interval(days => ${days}::int)
          <= ${now}
        OR (SELECT count(DISTINCT other."raterOrganisationId") FROM "Rating" other
            WHERE other."dealId" = one."dealId" AND other."rateeKind" = 'ORGANISATION') = 2)`;
}

type Row = Prisma.RatingGetPayload<object>;

function toView(row: Row, names: ReadonlyMap<string, string>): RatingView {
  return {
    id: row.id,
    rateeKind: row.rateeKind as RateeKind,
    rateeName: names.get(row.rateeId) ?? "",
    raterName: names.get(row.raterOrganisationId) ?? "",
    reliability: row.reliability,
    communication: row.communication,
    quality: row.quality,
    comment: row.comment,
    reply: row.reply,
    createdAt: row.createdAt.toISOString(),
  };
}

async function namesOf(db: DbOrTx, rows: readonly Row[]): Promise<Map<string, string>> {
  const organisationIds = rows.flatMap((row) =>
    row.rateeKind === "ORGANISATION"
      ? [row.raterOrganisationId, row.rateeId]
      : [row.raterOrganisationId],
  );
  const brokerIds = rows.flatMap((row) => (row.rateeKind === "BROKER" ? [row.rateeId] : []));
  const [organisations, brokers] = await Promise.all([
    db.organisation.findMany({
      where: { id: { in: [...new Set(organisationIds)] } },
      select: { id: true, legalName: true },
    }),
    db.brokerProfile.findMany({
      where: { id: { in: [...new Set(brokerIds)] } },
      select: { id: true, displayName: true },
    }),
  ]);
  return new Map([
    ...organisations.map((one) => [one.id, one.legalName] as const),
    ...brokers.map((one) => [one.id, one.displayName] as const),
  ]);
}
