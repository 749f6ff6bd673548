import { codeNamer } from "~/domain/catalogue/code-queries.server";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { readAbsences } from "./absence-schema";
import { projectProcedure } from "./project-procedure";
import type { ProjectRow } from "./project-rows.server";
import type { MaterialView, ProjectContent, TimelineView } from "./project-view";

/** What both sides read of a project. */
export async function contentOf(
  db: DbOrTx,
  row: ProjectRow,
  locale: string,
): Promise<ProjectContent> {
  const name = await codeNamer(db, locale);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    side: row.side,
    revision: row.revision,
    organisation: row.organisation.legalName,
    title: row.title,
    summary: row.summary,
    highlights: row.highlights,
    fieldCodes: row.fieldCodes,
    fieldNames: row.fieldCodes.map((code) => name("fields", code)),
    trl: row.trl,
    ipNote: row.ipNote,
    cooperationWish: row.cooperationWish,
    priceWish: row.priceWish,
    presenterName: row.presenterName,
    presenterTitle: row.presenterTitle,
    presenterUserId: row.presenterUserId,
    companions: row.companions,
    language: row.language,
    confidentiality: row.confidentiality,
    noveltyAnswer: row.noveltyAnswer,
    noveltyNote: row.noveltyNote,
    equipment: row.equipment,
    absences: readAbsences(row.unavailable),
    isOnline: row.isOnline,
    sourceTo: row.achievementId
      ? `/achievements/${row.achievementId}`
      : row.needId
        ? `/needs/${row.needId}`
        : null,
  };
}

export async function materialOf(db: DbOrTx, row: ProjectRow): Promise<MaterialView | null> {
  if (!row.materialFileId) return null;
  const file = await db.storedFile.findUniqueOrThrow({
    where: { id: row.materialFileId },
    select: { name: true, sizeBytes: true },
  });
  return {
    name: file.name,
    bytes: Number(file.sizeBytes),
    at: row.materialAt?.toISOString() ?? null,
    note: row.materialNote,
  };
}

export async function timelineOf(db: DbOrTx, id: string): Promise<TimelineView[]> {
  const moves = await listTimeline(db, projectProcedure.name, id);
  return moves.map(({ at, id: moveId, move, actorName, note }) => ({
    id: moveId,
    move,
    at: at.toISOString(),
    actorName,
    note,
  }));
}
