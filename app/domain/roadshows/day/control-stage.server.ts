import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { markNoShow, markPresented } from "../call/project-moves.server";
import { PLANNED_STATES, type ProjectState } from "../call/project-procedure";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertDay, assertStaff } from "./day-access.server";
import { hallEntries } from "./hall-entries-queries.server";
import { tellRoadshowNews } from "./roadshow-news.server";
import type { StageOrder } from "./stage-order-schema";
import { entryAfter, findStageBoard } from "./stage-queries.server";
import { lockStage } from "./stage-rows.server";
import { moveTimer, restingTimer, type StageTimer } from "./stage-timer-rules";
import type { StageBoard } from "./stage-view";

type Change = Partial<StageTimer> & {
  entryId?: string | null;
  message?: string;
  questionId?: string | null;
};

/**
 * Leads a stage: its timer, its entries, what stands on its screen. Of two controllers who act on the same
 * view the first wins.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_moved" (409), "stage_wrong_move"
 */
export async function controlStage(
  target: { roadshowId: string; placeId: string; revision: number },
  order: StageOrder,
  actor: UserActor,
  db: DbOrTx,
): Promise<StageBoard> {
  const { roadshowId, placeId } = target;
  const now = clock.now();
  const board = await inTransaction(db, async (tx) => {
    const roles =
      order.intent === "question" ? (["STAGE", "MODERATOR"] as const) : (["STAGE"] as const);
    const { roadshow } = await assertStaff(tx, roadshowId, actor, roles);
    assertDay(roadshow.state);
    const isProjectMoved = order.intent === "over" || order.intent === "absent";
    if (isProjectMoved) await lockRoadshow(tx, roadshowId);
    const stage = await lockStage(tx, roadshowId, placeId);
    if (stage.revision !== target.revision) throw new DomainError("stage_moved", { status: 409 });
    const before = await findStageBoard(tx, placeId);
    if (!before) throw new DomainError("not_found", { status: 404 });
    const change = await changeOf(before, stage);
    await tx.roadshowStage.update({
      where: { placeId },
      data: { ...change, revision: stage.revision + 1, updatedAt: now },
    });
    return findStageBoard(tx, placeId);

    async function changeOf(shown: StageBoard, timer: StageTimer): Promise<Change> {
      switch (order.intent) {
        case "talk":
        case "qa":
        case "pause":
        case "resume": {
          const entry = shown.entry ?? (order.intent === "talk" ? shown.next : null);
          const moved = entry && moveTimer(timer, order.intent, now);
          if (!moved || shown.isClosed) throw wrongMove();
          return { ...moved, entryId: entry.id };
        }
        case "over": {
          const isRunning = ["TALK", "QA", "PAUSED"].includes(timer.phase);
          const projectId = shown.entry?.projectId ?? null;
          // A project that left the event while it was on stage leaves the stage too.
          const isShowable = await isProjectIn(projectId, [...PLANNED_STATES, "NO_SHOW"]);
          if (!isRunning && (!projectId || isShowable)) throw wrongMove();
          if (projectId && isShowable) await markPresented(tx, projectId, actor);
          return goOn(shown);
        }
        case "absent": {
          const entry = shown.entry ?? shown.next;
          if (!entry?.projectId || timer.phase === "OVER") throw wrongMove();
          if (await isProjectIn(entry.projectId, PLANNED_STATES)) {
            await markNoShow(tx, entry.projectId, order.note, actor);
          }
          return goOn(shown.entry ? shown : { ...shown, entry, next: await after(entry.id) });
        }
        case "select": {
          const entries = await hallEntries(tx, await planOf(), placeId);
          if (!entries.some((one) => one.id === order.entryId)) {
            throw new DomainError("not_found", { status: 404 });
          }
          return { ...restingTimer("WAITING"), entryId: order.entryId, questionId: null };
        }
        case "message":
          return { message: order.message };
        case "question":
          return { questionId: await questionFor(order.questionId ?? null, shown) };
      }
    }

    async function planOf(): Promise<string | null> {
      const row = await tx.roadshow.findUniqueOrThrow({
        where: { id: roadshowId },
        select: { planId: true },
      });
      return row.planId;
    }

    async function after(entryId: string) {
      return entryAfter(await hallEntries(tx, await planOf(), placeId), entryId);
    }

    async function isProjectIn(projectId: string | null, states: readonly ProjectState[]) {
      if (!projectId) return false;
      const where = { id: projectId, state: { in: [...states] } };
      return (await tx.roadshowProject.count({ where })) > 0;
    }

    async function questionFor(
      questionId: string | null,
      shown: StageBoard,
    ): Promise<string | null> {
      if (questionId === null) return null;
      const entry = shown.entry ?? shown.next;
      if (!entry?.projectId) throw new DomainError("not_found", { status: 404 });
      const { projectId } = entry;
      const found = await tx.roadshowQuestion.findFirst({
        where: { id: questionId, roadshowId, projectId, state: { in: ["SHOWN", "ANSWERED"] } },
        select: { id: true },
      });
      if (!found) throw new DomainError("not_found", { status: 404 });
      // Everybody reads the screen: questions of a confidential session are asked by word of mouth.
      if (entry.isConfidential) throw wrongMove();
      return found.id;
    }
  });
  if (!board) throw new DomainError("not_found", { status: 404 });
  tellRoadshowNews({ kind: "STAGE", board });
  return board;
}

/** The next entry waits; after the last one the stage is over. */
const goOn = ({ next }: StageBoard): Change => ({
  ...restingTimer(next ? "WAITING" : "OVER"),
  entryId: next?.id ?? null,
  questionId: null,
});

const wrongMove = () => new DomainError("stage_wrong_move", { status: 409 });
