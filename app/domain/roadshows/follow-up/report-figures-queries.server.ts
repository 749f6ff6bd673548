import { calendarDate, clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { OUTCOMES } from "../call/project-procedure";
import { readFollowUpFigures } from "./follow-up-figures-queries.server";
import { WITHDRAWN } from "./lead-schema";
import { findOutcomes } from "./outcome-queries.server";
import { averageHundredths, countFields, shareBp } from "./report-figures-rules";
import type { ReportFigures, ReportScope } from "./report-view";

/** Where a project is once its time on stage is over, shown or not. */
const AFTER_STAGE: readonly string[] = ["NO_SHOW", ...OUTCOMES, "DROPPED"];

/** The figures of these events as they stand now; firms and contracts of several events count once. */
export async function readFigures(
  db: DbOrTx,
  scope: ReportScope,
  roadshowIds: readonly string[],
): Promise<ReportFigures> {
  const ids = [...roadshowIds];
  const now = clock.now();
  const least = await getPolicyNumber(db, "market.roadshow.ratings_shown_from", now);
  const [pitches, people, meetings, cards, leads, results, followUps, rated] = await Promise.all([
    readPitches(db, ids),
    readPeople(db, ids),
    readMeetings(db, ids),
    readCards(db, ids),
    readLeads(db, ids),
    readResults(db, ids),
    readFollowUpFigures(db, ids, calendarDate(now)),
    db.roadshowRating.findMany({
      where: { roadshowId: { in: ids } },
      select: { organisation: true, content: true, meetings: true },
    }),
  ]);
  const average = (values: number[]) => averageHundredths(values, least);
  return {
    schema: 1,
    asOf: now.toISOString(),
    scope,
    pitches,
    people,
    meetings,
    cards,
    leads,
    ...results,
    followUps,
    ratings: {
      count: rated.length,
      organisation: average(rated.map((row) => row.organisation)),
      content: average(rated.map((row) => row.content)),
      meetings: average(rated.flatMap((row) => row.meetings ?? [])),
    },
  };
}

async function readPitches(db: DbOrTx, ids: string[]): Promise<ReportFigures["pitches"]> {
  const rows = await db.roadshowProject.findMany({
    where: { roadshowId: { in: ids }, submittedAt: { not: null } },
    select: {
      state: true,
      side: true,
      fieldCodes: true,
      presentedAt: true,
      organisationId: true,
    },
  });
  const presented = rows.filter((row) => row.presentedAt !== null);
  return {
    submitted: rows.length,
    presented: presented.length,
    supply: presented.filter((row) => row.side === "SUPPLY").length,
    demand: presented.filter((row) => row.side === "DEMAND").length,
    // A project that nobody showed can still have meetings, and more.
    noShow: rows.filter((row) => row.presentedAt === null && AFTER_STAGE.includes(row.state))
      .length,
    organisations: new Set(presented.map((row) => row.organisationId)).size,
    fields: countFields(presented),
  };
}

/** A firm whose name was typed at the door is the organisation of that name that is there. */
async function readPeople(db: DbOrTx, ids: string[]): Promise<ReportFigures["people"]> {
  const [row] = await db.$queryRaw<ReportFigures["people"][]>`
    WITH here AS (
      SELECT x.*, c."participantId" IS NOT NULL AS came,
        nullif(lower(trim(normalize(x."organisationName", NFKC))), '') AS typed
      FROM "RoadshowParticipant" x
      LEFT JOIN "RoadshowCheckIn" c ON c."participantId" = x.id
      WHERE x."roadshowId" = ANY(${ids}::uuid[]) AND x.state = 'REGISTERED'),
    known AS (
      SELECT lower(trim(normalize(o."legalName", NFKC))) AS name, min(o.id::text) AS id
      FROM "Organisation" o WHERE o.id IN (SELECT "organisationId" FROM here) GROUP BY 1),
    people AS (
      SELECT here."isWalkIn", came,
        CASE WHEN here.roles && ARRAY['FIRM', 'INVESTOR', 'BROKER']
          THEN coalesce(here."organisationId"::text, known.id, typed) END AS firm
      FROM here LEFT JOIN known ON known.name = here.typed)
    SELECT count(*)::int AS registered, count(*) FILTER (WHERE came)::int AS "checkedIn",
      count(*) FILTER (WHERE "isWalkIn")::int AS "walkIns",
      count(DISTINCT firm)::int AS firms,
      count(DISTINCT firm) FILTER (WHERE came)::int AS "firmsCheckedIn"
    FROM people`;
  return row ?? { registered: 0, checkedIn: 0, walkIns: 0, firms: 0, firmsCheckedIn: 0 };
}

/**
 * Wished is a pair of people of whom one at least wanted to meet the other, however many wishes and
 * requests there were between them; what share of these pairs met is the rate. Requested is a meeting
 * that came up, by a request, by two wishes or at the table; accepted, one that both wanted. Neither is
 * less for what was declined, withdrawn or called off later.
 */
async function readMeetings(db: DbOrTx, ids: string[]): Promise<ReportFigures["meetings"]> {
  const [row] = await db.$queryRaw<
    (Omit<ReportFigures["meetings"], "heldBp"> & { pairsMet: number })[]
  >`
    WITH met AS (
      SELECT m.*, least("fromId", "toId") AS one, greatest("fromId", "toId") AS other,
        state = 'CANCELLED' AND "answeredAt" IS NOT NULL AS "wasAgreed"
      FROM "RoadshowMeeting" m WHERE m."roadshowId" = ANY(${ids}::uuid[])),
    wished AS (
      SELECT one, other FROM met
      UNION
      SELECT least(w."fromId", w."toId"), greatest(w."fromId", w."toId")
      FROM "RoadshowWish" w JOIN "RoadshowParticipant" x ON x.id = w."fromId"
      WHERE x."roadshowId" = ANY(${ids}::uuid[]) AND w.level IN ('MUST', 'MEET'))
    SELECT (SELECT count(*)::int FROM wished) AS wished,
      count(*)::int AS requested,
      count(*) FILTER (WHERE state IN ('ACCEPTED', 'HELD', 'MISSED') OR "wasAgreed")::int AS accepted,
      count(*) FILTER (WHERE "wasAgreed")::int AS cancelled,
      count(*) FILTER (WHERE state IN ('ACCEPTED', 'HELD', 'MISSED') AND EXISTS (
        SELECT 1 FROM "RoadshowEntry" e JOIN "Roadshow" r ON r."planId" = e."planId"
        WHERE e."meetingId" = met.id AND r.id = met."roadshowId"))::int AS planned,
      count(*) FILTER (WHERE state = 'HELD')::int AS held,
      count(*) FILTER (WHERE state = 'MISSED')::int AS missed,
      count(DISTINCT (one, other)) FILTER (WHERE state = 'HELD')::int AS "pairsMet"
    FROM met`;
  const none = {
    wished: 0,
    requested: 0,
    accepted: 0,
    cancelled: 0,
    planned: 0,
    held: 0,
    missed: 0,
  };
  const { pairsMet, ...counts } = row ?? { ...none, pairsMet: 0 };
  return { ...counts, heldBp: shareBp(pairsMet, counts.wished) };
}

async function readCards(db: DbOrTx, ids: string[]): Promise<ReportFigures["cards"]> {
  const rows = await db.roadshowCard.findMany({
    where: { withdrawnAt: null, project: { roadshowId: { in: ids } } },
    select: { kind: true, participantId: true },
  });
  const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
  return {
    total: rows.length,
    meet: of("MEET"),
    material: of("MATERIAL"),
    invest: of("INVEST"),
    people: new Set(rows.map((row) => row.participantId)).size,
  };
}

/** Leads that their participants took back before an answer are none. */
async function readLeads(db: DbOrTx, ids: string[]): Promise<ReportFigures["leads"]> {
  const found = await db.roadshowLead.findMany({
    where: { roadshowId: { in: ids } },
    select: { state: true, contactedAt: true, replyDueAt: true, dropCode: true },
  });
  const rows = found.filter((row) => row.dropCode !== WITHDRAWN);
  const answered = rows.filter((row) => row.contactedAt !== null);
  return {
    total: rows.length,
    answered: answered.length,
    inTime: answered.filter(
      ({ contactedAt, replyDueAt }) => contactedAt && (!replyDueAt || contactedAt <= replyDueAt),
    ).length,
    rooms: rows.filter((row) => row.state === "ROOM").length,
    dropped: rows.filter((row) => row.state === "DROPPED").length,
    answeredBp: shareBp(answered.length, rows.length),
  };
}

async function readResults(
  db: DbOrTx,
  ids: string[],
): Promise<Pick<ReportFigures, "outcomes" | "stated">> {
  const [projects, signings] = await Promise.all([
    findOutcomes(db, ids),
    db.roadshowSigning.findMany({
      where: {
        roadshowId: { in: ids },
        withdrawnAt: null,
        supplyConfirmedAt: { not: null },
        demandConfirmedAt: { not: null },
      },
      select: { kind: true, amountFen: true },
    }),
  ]);
  const contracts = new Set(projects.flatMap((one) => one.contracts.map(({ id }) => id)));
  const registered = new Map(
    projects.flatMap((one) => one.registrations.map((row) => [row.registrationNo, row] as const)),
  );
  const sum = (key: "totalFen" | "technicalFen") =>
    [...registered.values()].reduce((all, row) => all + BigInt(row[key]), 0n).toString();
  return {
    outcomes: {
      intentions: projects.filter((one) => one.intention !== null).length,
      contracts: contracts.size,
      registrations: registered.size,
      totalFen: sum("totalFen"),
      technicalFen: sum("technicalFen"),
    },
    stated: {
      intentions: signings.filter((row) => row.kind === "INTENTION").length,
      contracts: signings.filter((row) => row.kind === "CONTRACT").length,
      statedFen: signings.reduce((all, row) => all + (row.amountFen ?? 0n), 0n).toString(),
    },
  };
}
