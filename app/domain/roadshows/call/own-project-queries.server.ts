import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { openMoves } from "~/domain/shared/procedure/procedure";
import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { isPresenterOpen } from "./presenter-change-rules";
import { getSeenProject } from "./project-access.server";
import { projectConduct } from "./project-conduct.server";
import { contentOf, materialOf, timelineOf } from "./project-content.server";
import { projectProcedure } from "./project-procedure";
import type { ProjectRow } from "./project-rows.server";
import type { EventOfProject, OwnProjectItem, ProjectPage } from "./project-view";

const ALL_EQUIPMENT_KINDS = { not: "TABLES" };

/** Projects of the organisations that the person belongs to, and those that he presents. */
export async function listOwnProjects(
  db: DbOrTx,
  actor: UserActor,
  paging: { skip: number; take: number },
): Promise<{ items: OwnProjectItem[]; total: number }> {
  const own = actor.memberships.map((one) => one.organisationId);
  const where = {
    OR: [{ organisationId: { in: own } }, { presenterUserId: actor.userId }],
  };
  const [rows, total] = await Promise.all([
    db.roadshowProject.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        side: true,
        confirmDueAt: true,
        organisation: { select: { legalName: true } },
        roadshow: {
          select: { title: true, number: true, callDueAt: true, materialsDueAt: true },
        },
      },
    }),
    db.roadshowProject.count({ where }),
  ]);
  const items = rows.map(({ organisation, roadshow, confirmDueAt, ...row }) => ({
    ...row,
    organisation: organisation.legalName,
    roadshowTitle: roadshow.title,
    roadshowNumber: roadshow.number,
    dueAt: dueOf(row.state, { confirmDueAt, ...roadshow })?.toISOString() ?? null,
  }));
  return { items, total };
}

type Dues = { confirmDueAt: Date | null; callDueAt: Date | null; materialsDueAt: Date | null };

function dueOf(state: string, dues: Dues): Date | null {
  if (state === "DRAFT" || state === "RETURNED") return dues.callDueAt;
  if (state === "SELECTED") return dues.confirmDueAt;
  return state === "CONFIRMED" ? dues.materialsDueAt : null;
}

/**
 * A project for its own side.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getOwnProject(
  db: DbOrTx,
  id: string,
  actor: UserActor,
  locale: string,
): Promise<ProjectPage> {
  const { row, role } = await getSeenProject(db, id, actor);
  if (role !== "owner") throw new DomainError("not_found", { status: 404 });
  const { organisationId, state, roadshow } = row;
  const mayWrite = can(actor, "roadshow.pitch", { organisationId });
  const [content, event, material, timeline, colleagues] = await Promise.all([
    contentOf(db, row, locale),
    eventOf(db, row),
    materialOf(db, row),
    timelineOf(db, row.id),
    listColleagues(db, organisationId),
  ]);
  const due = roadshow.callDueAt;
  return {
    content,
    event,
    moves: openMoves(projectProcedure, state, projectConduct.relations(actor, row)),
    isWritable: mayWrite && (state === "DRAFT" || state === "RETURNED"),
    isCallOpen: roadshow.state === "CALL_OPEN" && (!due || clock.now() < due),
    mayHandInMaterial: state === "CONFIRMED" && (mayWrite || row.presenterUserId === actor.userId),
    mayChangePresenter: mayWrite && isPresenterOpen(state, roadshow.state),
    colleagues,
    checkNote: row.checkNote,
    decisionNote: row.decisionNote,
    confirmDueAt: row.confirmDueAt?.toISOString() ?? null,
    material,
    timeline,
  };
}

/** What the event asks of a form. */
async function eventOf(db: DbOrTx, { roadshow, id, ...row }: ProjectRow): Promise<EventOfProject> {
  const rules = readRules(roadshow.rules);
  const [places, ends] = await Promise.all([
    db.roadshowPlace.findMany({
      where: { roadshowId: row.roadshowId, kind: ALL_EQUIPMENT_KINDS },
      select: { equipment: true },
    }),
    db.roadshow.findUniqueOrThrow({ where: { id: row.roadshowId }, select: { endsOn: true } }),
  ]);
  return {
    id: roadshow.id,
    number: roadshow.number,
    title: roadshow.title,
    state: roadshow.state,
    format: roadshow.format,
    languages: roadshow.languages,
    equipment: [...new Set(places.flatMap((one) => one.equipment))],
    days: daysOf(roadshow.startsOn, ends.endsOn),
    summaryMax: rules.summaryMax,
    companionsMax: rules.peoplePerFirm - 1,
    callDueAt: roadshow.callDueAt?.toISOString() ?? null,
    materialsDueAt: roadshow.materialsDueAt?.toISOString() ?? null,
  };
}

function daysOf(from: Date | null, to: Date | null): string[] {
  const days: string[] = [];
  if (!from || !to) return days;
  for (let at = from.getTime(); at <= to.getTime(); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const MAX_COLLEAGUES = 300;

async function listColleagues(db: DbOrTx, organisationId: string) {
  const members = await db.membership.findMany({
    where: { organisationId, endedAt: null, user: { deactivatedAt: null } },
    orderBy: { userId: "asc" },
    take: MAX_COLLEAGUES,
    select: { userId: true, user: { select: { name: true } } },
  });
  return members.map((one) => ({ value: one.userId, label: one.user.name }));
}
