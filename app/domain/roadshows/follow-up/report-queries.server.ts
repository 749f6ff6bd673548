import type { Actor, UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { REPORTED_EVENT_STATES } from "./follow-up-schema";
import { readFigures } from "./report-figures-queries.server";
import { publicFigures } from "./report-figures-rules";
import type { ReportFigures, ReportScope } from "./report-view";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

const isReported = (state: string) => REPORTED_EVENT_STATES.some((one) => one === state);

export type FrozenReport = {
  id: string;
  version: number;
  hash: string;
  createdAt: Date;
  hasPdf: boolean;
  hasXlsx: boolean;
};

/** Event with the words of its report. */
async function readScope(db: DbOrTx, id: string): Promise<ReportScope> {
  const row = await db.roadshow.findUniqueOrThrow({
    where: { id },
    include: { organisation: { select: { legalName: true } } },
  });
  return {
    kind: "EVENT",
    number: row.number,
    title: row.title,
    organiser: row.organisation.legalName,
    from: day(row.startsOn),
    to: day(row.endsOn),
    events: 1,
  };
}

/** The figures of one event as they stand now. The caller has checked who asks. */
export async function readEventFigures(db: DbOrTx, roadshowId: string): Promise<ReportFigures> {
  return readFigures(db, await readScope(db, roadshowId), [roadshowId]);
}

/**
 * The report of an event for its organiser and the market's office: live figures and frozen versions.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getReport(
  roadshowId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<{ figures: ReportFigures; versions: FrozenReport[]; mayFreeze: boolean }> {
  const access = await findReportAccess(db, roadshowId, actor);
  const [figures, versions] = await Promise.all([
    readEventFigures(db, roadshowId),
    db.roadshowReport.findMany({ where: { roadshowId }, orderBy: { version: "desc" }, take: 50 }),
  ]);
  return {
    figures,
    versions: versions.map(({ id, version, hash, createdAt, pdfFileId, xlsxFileId }) => {
      return { id, version, hash, createdAt, hasPdf: !!pdfFileId, hasXlsx: !!xlsxFileId };
    }),
    mayFreeze: access.isOrganiser && isReported(access.roadshow.state),
  };
}

async function findReportAccess(db: DbOrTx, roadshowId: string, actor: Actor) {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  const access = await findRoadshowAccess(db, { id: roadshowId }, actor);
  if (!access.isOrganiser && !access.isOffice) throw new DomainError("not_found", { status: 404 });
  return access;
}

/** One paper of a frozen version. @throws DomainError "not_found" (404) */
export async function getReportFile(
  input: { roadshowId: string; reportId: string; kind: "pdf" | "xlsx" },
  actor: Actor,
  db: DbOrTx,
) {
  await findReportAccess(db, input.roadshowId, actor);
  const report = isId(input.reportId)
    ? await db.roadshowReport.findUnique({
        where: { id: input.reportId, roadshowId: input.roadshowId },
        include: { pdf: true, xlsx: true },
      })
    : null;
  const file = assertFound(report?.[input.kind]);
  return { ...file, isPublic: false };
}

/**
 * What everybody may read of a reported event; counts only, no names.
 * @throws DomainError "not_found" (404) before the event is reported
 */
export async function getPublicReport(number: number, db: DbOrTx): Promise<ReportFigures> {
  const row = await db.roadshow.findUnique({
    where: { number },
    select: { id: true, state: true },
  });
  if (!row || !isReported(row.state)) throw new DomainError("not_found", { status: 404 });
  return publicFigures(await readEventFigures(db, row.id));
}

/**
 * The report of a series over those of its events that took place, for the people of its organiser.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getSeriesReport(
  number: number,
  actor: UserActor,
  db: DbOrTx,
): Promise<{
  figures: ReportFigures;
  events: { id: string; number: number; title: string; startsOn: string | null; state: string }[];
}> {
  const series = await db.roadshowSeries.findUnique({
    where: { number },
    include: {
      organisation: { select: { legalName: true } },
      roadshows: {
        where: { state: { in: ["LIVE", "MATCHING", ...REPORTED_EVENT_STATES] } },
        orderBy: { startsOn: "asc" },
        take: 500,
        select: { id: true, number: true, title: true, state: true, startsOn: true, endsOn: true },
      },
    },
  });
  const { organisationId } = series ?? { organisationId: null };
  if (!series || !can(actor, "roadshow.organise", { organisationId })) {
    throw new DomainError("not_found", { status: 404 });
  }
  const { roadshows } = series;
  const scope: ReportScope = {
    kind: "SERIES",
    number,
    title: series.title,
    organiser: series.organisation.legalName,
    from: day(roadshows[0]?.startsOn ?? null),
    to: day(roadshows.at(-1)?.endsOn ?? null),
    events: roadshows.length,
  };
  const ids = roadshows.map((one) => one.id);
  return {
    figures: await readFigures(db, scope, ids),
    events: roadshows.map(({ id, number, title, state, startsOn }) => {
      return { id, number, title, state, startsOn: day(startsOn) };
    }),
  };
}
