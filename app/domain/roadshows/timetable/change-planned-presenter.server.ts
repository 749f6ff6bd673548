import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { conflictsOf } from "./conflict-rules";
import { copyEntries } from "./copy-entries.server";
import { insertDraft } from "./insert-draft.server";
import { readBoard } from "./read-board.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";

const market = systemActor("roadshow-timetable");

/**
 * Puts another presenter to a pitch in the public timetable: a new version with nothing else changed, public
 * at once, where that person is free and may be there. Drafts made with the former one are given up. The
 * event is locked.
 * @returns false where the organiser has to plan again
 */
export async function changePlannedPresenter(
  tx: Tx,
  change: { roadshowId: string; projectId: string; participantId: string },
): Promise<boolean> {
  const { roadshowId, projectId, participantId } = change;
  const plans = await tx.roadshowPlan.findMany({
    where: {
      roadshowId,
      state: { in: ["SOLVING", "DRAFT", "PROVISIONAL", "FINAL"] },
    },
    orderBy: { version: "asc" },
    select: { id: true, state: true, entries: { where: { projectId }, select: { id: true } } },
  });
  const isPublic = (state: string) => state === "PROVISIONAL" || state === "FINAL";
  const drafts = plans.filter(
    ({ state, entries }) => state === "SOLVING" || (state === "DRAFT" && entries.length > 0),
  );
  for (const { id } of drafts) await advance(tx, roadshowPlanConduct, id, "discard", market);
  const former = plans.find(({ state }) => isPublic(state));
  if (!former || former.entries.length === 0) return drafts.length === 0;
  const id = await insertDraft(tx, roadshowId, { reason: "CHANGE", basedOnId: former.id }, market);
  await copyEntries(tx, former.id, id, 0);
  if (!(await takesPart(tx, id, projectId, participantId))) {
    await advance(tx, roadshowPlanConduct, id, "discard", market);
    return false;
  }
  const { board } = await readBoard(tx, roadshowId, id);
  const entry = board.entries.find(({ subject }) => subject === projectId);
  if (!entry || conflictsOf(board, entry.id).some(({ isHard }) => isHard)) {
    await advance(tx, roadshowPlanConduct, id, "discard", market);
    return false;
  }
  const move = former.state === "FINAL" ? "publishFinal" : "publishProvisional";
  await advance(tx, roadshowPlanConduct, id, move, market);
  return true;
}

/** Changes the presenter of one entry of a draft. @returns false where the person is elsewhere at the time */
async function takesPart(
  tx: Tx,
  planId: string,
  projectId: string,
  participantId: string,
): Promise<boolean> {
  const {
    id: entryId,
    startsAt,
    endsAt,
  } = await tx.roadshowEntry.findFirstOrThrow({
    where: { planId, projectId },
    select: { id: true, startsAt: true, endsAt: true },
  });
  const elsewhere = await tx.roadshowEntryPerson.count({
    where: {
      planId,
      participantId,
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
      NOT: { entryId, role: "PRESENTER" },
    },
  });
  if (elsewhere > 0) return false;
  await tx.roadshowEntryPerson.deleteMany({ where: { entryId, role: "PRESENTER" } });
  await tx.roadshowEntryPerson.create({
    data: { entryId, participantId, role: "PRESENTER", planId, startsAt, endsAt },
  });
  return true;
}
