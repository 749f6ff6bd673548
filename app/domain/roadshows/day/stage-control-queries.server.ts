import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { assertStaff, DAY_STATES } from "./day-access.server";
import { hallEntries } from "./hall-entries-queries.server";
import { findStageBoard, listStagePlaceIds } from "./stage-queries.server";
import type { DayHall, StageBoard, StageControlPage, StageHallsPage } from "./stage-view";

/**
 * A stage as its controllers see it: the screen, its programme, the questions that can be shown.
 * @throws DomainError "not_found" (404)
 */
export async function getStageControl(
  db: DbOrTx,
  roadshowId: string,
  placeId: string,
  actor: Actor,
): Promise<StageControlPage> {
  const access = await assertStaff(db, roadshowId, actor, ["STAGE", "MODERATOR"]);
  const placeIds = await listStagePlaceIds(db, roadshowId);
  const board = placeIds.includes(placeId) ? await findStageBoard(db, placeId) : null;
  if (!board) throw new DomainError("not_found", { status: 404 });
  const { planId } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { planId: true },
  });
  const entries = await hallEntries(db, planId, placeId);
  const subject = board.entry ?? board.next;
  // Everybody reads the screen: of a confidential session there is nothing to show on it.
  const projectId = subject?.isConfidential ? null : subject?.projectId;
  const stage = await db.roadshowStage.findUnique({
    where: { placeId },
    select: { questionId: true },
  });
  const questions = projectId
    ? await db.roadshowQuestion.findMany({
        where: { projectId, state: "SHOWN" },
        orderBy: [{ votes: "desc" }, { createdAt: "asc" }],
        take: 30,
        select: { id: true, text: true, votes: true },
      })
    : [];
  const { roadshow, isOrganiser, seats } = access;
  return {
    roadshowId,
    roadshowNumber: roadshow.number,
    title: roadshow.title,
    now: clock.now().getTime(),
    isOpen: DAY_STATES.includes(roadshow.state),
    mayLead: isOrganiser || seats.has("STAGE"),
    board,
    entries,
    questions,
    isConfidential: subject?.isConfidential === true,
    shownQuestionId: board.question ? (stage?.questionId ?? null) : null,
  };
}

/** All stages of an event at a glance, with what can change on the day. */
export async function getStageHalls(
  db: DbOrTx,
  roadshowId: string,
  actor: Actor,
): Promise<StageHallsPage> {
  const { roadshow, isOrganiser, seats } = await assertStaff(db, roadshowId, actor, [
    "STAGE",
    "MODERATOR",
  ]);
  const ids = await listStagePlaceIds(db, roadshowId);
  const boards = (await Promise.all(ids.map((id) => findStageBoard(db, id)))).filter(
    (one): one is StageBoard => one !== null,
  );
  const [delays, projects, places] = await Promise.all([
    db.roadshowDelay.findMany({
      where: { roadshowId },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { id: true, placeId: true, minutes: true, reason: true, createdAt: true },
    }),
    db.roadshowProject.findMany({
      where: { roadshowId, state: { in: ["CONFIRMED", "MATERIALS_OK"] } },
      orderBy: { number: "asc" },
      take: 500,
      select: { id: true, number: true, title: true },
    }),
    db.roadshowPlace.findMany({
      where: { roadshowId },
      orderBy: [{ sort: "asc" }, { id: "asc" }],
      take: 200,
      select: { id: true, name: true, kind: true, closedFrom: true },
    }),
  ]);
  const nameOf = (id: string) => places.find((one) => one.id === id)?.name ?? "";
  return {
    roadshowId,
    roadshowNumber: roadshow.number,
    title: roadshow.title,
    now: clock.now().getTime(),
    isOpen: DAY_STATES.includes(roadshow.state),
    isOrganiser,
    mayDelay: isOrganiser || seats.has("STAGE"),
    boards,
    places: places.map(
      ({ closedFrom, ...one }): DayHall => ({
        ...one,
        closedFrom: closedFrom?.toISOString() ?? null,
      }),
    ),
    projects,
    delays: delays.map(({ placeId, createdAt, ...one }) => ({
      ...one,
      placeName: nameOf(placeId),
      at: createdAt.toISOString(),
    })),
  };
}
