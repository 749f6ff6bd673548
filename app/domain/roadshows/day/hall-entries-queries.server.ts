import type { DbOrTx } from "~/platform/db.server";
import { PLANNED_STATES } from "../call/project-procedure";
import type { StageEntry } from "./stage-view";

/** Entries that a stage can hold; a hall has no more in the days of an event. */
const MOST_ENTRIES = 500;

/** Pitches and other entries of a place in the published plan, in order, as the public may see them. */
export async function hallEntries(
  db: DbOrTx,
  planId: string | null,
  placeId: string,
): Promise<StageEntry[]> {
  if (!planId) return [];
  const rows = await db.roadshowEntry.findMany({
    where: { planId, placeId, kind: { in: ["PITCH", "ITEM"] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_ENTRIES,
    select: {
      id: true,
      kind: true,
      startsAt: true,
      endsAt: true,
      item: { select: { title: true, isPublic: true } },
      project: {
        select: {
          id: true,
          number: true,
          title: true,
          state: true,
          presenterName: true,
          confidentiality: true,
          organisation: { select: { legalName: true } },
        },
      },
    },
  });
  return rows.map(({ id, kind, startsAt, endsAt, item, project }) => {
    const isConfidential = project
      ? project.confidentiality === "NDA_SESSION"
      : item?.isPublic === false;
    return {
      id,
      kind: kind as StageEntry["kind"],
      number: project?.number ?? null,
      projectId: project?.id ?? null,
      title: isConfidential ? "" : (project?.title ?? item?.title ?? ""),
      speaker: isConfidential ? "" : (project?.presenterName ?? ""),
      organisation: isConfidential ? "" : (project?.organisation.legalName ?? ""),
      isConfidential,
      isDone: project !== null && !PLANNED_STATES.some((state) => state === project.state),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    };
  });
}

/**
 * The entry of the published plan for what a stage was set to: a new version of the plan has entries of
 * its own for the same projects and items.
 */
export async function shownEntry(
  db: DbOrTx,
  planId: string | null,
  entryId: string | null,
): Promise<string | null> {
  if (!planId || !entryId) return null;
  const entry = await db.roadshowEntry.findUnique({
    where: { id: entryId },
    select: { id: true, planId: true, projectId: true, itemId: true },
  });
  if (!entry) return null;
  if (entry.planId === planId) return entry.id;
  const now = await db.roadshowEntry.findFirst({
    where: {
      planId,
      ...(entry.projectId ? { projectId: entry.projectId } : { itemId: entry.itemId }),
    },
    select: { id: true },
  });
  return now?.id ?? null;
}
