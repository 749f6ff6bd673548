import type { Prisma } from "#prisma/client/client";
import { codeNamer } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { readRules } from "../events/roadshow-rules-schema";
import { getSeenProject } from "./project-access.server";
import { projectConduct } from "./project-conduct.server";
import { contentOf, materialOf, timelineOf } from "./project-content.server";
import { HANDED_IN_STATES, projectProcedure } from "./project-procedure";
import type { CallItem, CallProjectPage, CallWork } from "./project-view";
import { readPoints } from "./review-schema";

/**
 * The organiser's or office's view of an event.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function assertCallReader(db: DbOrTx, roadshowId: string, actor: UserActor) {
  const access = await findRoadshowAccess(db, { id: roadshowId }, actor);
  if (!access.isOrganiser && !access.isOffice) throw new DomainError("not_found", { status: 404 });
  return access;
}

export type CallFilter = { state?: string; side?: string; q?: string; sort?: string };

/** Projects that came in, filtered and paged; drafts are nobody's business but their owner's. */
export async function listCallProjects(
  db: DbOrTx,
  roadshowId: string,
  filter: CallFilter,
  paging: { skip: number; take: number },
  locale: string,
): Promise<{ items: CallItem[]; total: number }> {
  const { state, side, q, sort } = filter;
  const isKnown = HANDED_IN_STATES.some((one) => one === state);
  const contains = { contains: q?.slice(0, 100) ?? "", mode: "insensitive" as const };
  const where: Prisma.RoadshowProjectWhereInput = {
    roadshowId,
    state: isKnown && state ? state : { in: [...HANDED_IN_STATES] },
    ...((side === "SUPPLY" || side === "DEMAND") && { side }),
    ...(q && { OR: [{ title: contains }, { organisation: { legalName: contains } }] }),
  };
  const byNumber = { number: "asc" } as const;
  const orderBy: Prisma.RoadshowProjectOrderByWithRelationInput[] =
    sort === "rank"
      ? [{ side: "desc" }, { rank: { sort: "asc", nulls: "last" } }, byNumber]
      : [byNumber];
  const [rows, total, name] = await Promise.all([
    db.roadshowProject.findMany({
      where,
      orderBy,
      ...paging,
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        side: true,
        fieldCodes: true,
        confidentiality: true,
        scoreHundredths: true,
        rank: true,
        confirmDueAt: true,
        materialFileId: true,
        organisation: { select: { legalName: true } },
        _count: { select: { reviews: true } },
      },
    }),
    db.roadshowProject.count({ where }),
    codeNamer(db, locale),
  ]);
  const items = rows.map(({ organisation, _count, fieldCodes, materialFileId, ...row }) => ({
    ...row,
    organisation: organisation.legalName,
    fieldNames: fieldCodes.map((code) => name("fields", code)),
    confirmDueAt: row.confirmDueAt?.toISOString() ?? null,
    reviews: _count.reviews,
    hasMaterial: materialFileId !== null,
  }));
  return { items, total };
}

/** What waits for the organiser of an event. */
export async function countCallWork(db: DbOrTx, roadshowId: string): Promise<CallWork> {
  const count = (where: Prisma.RoadshowProjectWhereInput) =>
    db.roadshowProject.count({ where: { roadshowId, ...where } });
  const [toCheck, toDecide, toConfirm, materials] = await Promise.all([
    count({ state: "SUBMITTED" }),
    count({ state: "FORM_CHECK" }),
    count({ state: "SELECTED" }),
    count({ state: "CONFIRMED", materialFileId: { not: null }, materialNote: "" }),
  ]);
  return { toCheck, toDecide, toConfirm, materials };
}

/**
 * One project for organiser and office, with sheets, recusals and what may be done.
 * @throws DomainError "not_found" (404)
 */
export async function getCallProject(
  db: DbOrTx,
  ids: { roadshowId: string; projectId: string },
  actor: UserActor,
  locale: string,
): Promise<CallProjectPage> {
  const access = await assertCallReader(db, ids.roadshowId, actor);
  const { row } = await getSeenProject(db, ids.projectId, actor);
  const isHere = row.roadshowId === ids.roadshowId && row.submittedAt !== null;
  if (!isHere || row.state === "DRAFT") throw new DomainError("not_found", { status: 404 });
  const [content, material, timeline, sheets, recusals, members] = await Promise.all([
    contentOf(db, row, locale),
    materialOf(db, row),
    timelineOf(db, row.id),
    db.roadshowReview.findMany({
      where: { projectId: row.id },
      orderBy: { submittedAt: "asc" },
      select: {
        memberId: true,
        totalHundredths: true,
        points: true,
        comment: true,
        member: { select: { userId: true, state: true, user: { select: { name: true } } } },
      },
    }),
    db.roadshowRecusal.findMany({
      where: { projectId: row.id },
      orderBy: { createdAt: "asc" },
      select: {
        memberId: true,
        kind: true,
        reason: true,
        member: { select: { userId: true, user: { select: { name: true } } } },
      },
    }),
    db.roadshowMember.findMany({
      where: { roadshowId: row.roadshowId, state: "ACCEPTED", role: { in: ["REVIEWER", "JUDGE"] } },
      orderBy: [{ role: "desc" }, { createdAt: "asc" }],
      select: { id: true, userId: true, role: true, user: { select: { name: true } } },
    }),
  ]);
  const out = new Set(recusals.map((one) => one.member.userId));
  const { roadshow } = row;
  // What stands on a stage is accounted for there.
  const mayMiss =
    ["LIVE", "MATCHING"].includes(roadshow.state) && !(await isAheadOnStage(db, row.id));
  return {
    content,
    event: {
      id: roadshow.id,
      number: roadshow.number,
      title: roadshow.title,
      state: roadshow.state,
    },
    isOrganiser: access.isOrganiser,
    moves: openMoves(projectProcedure, row.state, projectConduct.relations(actor, row)).filter(
      (move) => move !== "miss" || mayMiss,
    ),
    checkNote: row.checkNote,
    decisionNote: row.decisionNote,
    confirmDueAt: row.confirmDueAt?.toISOString() ?? null,
    scoreHundredths: row.scoreHundredths,
    rank: row.rank,
    criteria: readRules(roadshow.rules).reviewCriteria,
    reviews: sheets.map(({ member, points, ...sheet }) => ({
      ...sheet,
      name: member.user.name,
      points: readPoints(points),
      isCounted: member.state === "ACCEPTED" && !out.has(member.userId),
    })),
    recusals: recusals.map(({ member, ...one }) => ({ ...one, name: member.user.name })),
    members: members
      .filter((one) => !out.has(one.userId) && !sheets.some((sheet) => sheet.memberId === one.id))
      .map((one) => ({ value: one.id, label: one.user.name })),
    material,
    timeline,
  };
}

async function isAheadOnStage(db: DbOrTx, projectId: string): Promise<boolean> {
  const ahead = await db.roadshowEntry.count({
    where: {
      projectId,
      endsAt: { gt: clock.now() },
      plan: { state: { in: ["PROVISIONAL", "FINAL"] } },
    },
  });
  return ahead > 0;
}
