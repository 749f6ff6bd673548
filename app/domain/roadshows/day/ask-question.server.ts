import { systemActor, type UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { assertAttendee, assertSeenProject } from "./attendee-access.server";
import { tellRoadshowHint } from "./roadshow-news.server";
import { roadshowQuestionConduct } from "./roadshow-question-conduct.server";

/**
 * Asks a project something. Where the event is moderated the question waits, otherwise it is shown at once.
 * @returns id of the question
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_register_first" (403),
 * "stage_undertaking_first" (403), "stage_questions_max" (429), "stage_question_pause" (429)
 */
export async function askQuestion(
  input: { number: number; projectId: string; text: string; isAnonymous: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  const now = clock.now();
  const { id, roadshowId, isShown } = await inTransaction(db, async (tx) => {
    const { access, attendee } = await assertAttendee(tx, { number: input.number }, actor);
    const { id: roadshowId } = access.roadshow;
    await assertSeenProject(tx, roadshowId, input.projectId, attendee);
    // The person's own row makes its questions take turns, so that they are counted.
    await tx.$queryRaw`SELECT 1 FROM "RoadshowParticipant" WHERE id = ${attendee.id}::uuid FOR UPDATE`;
    const own = await tx.roadshowQuestion.findMany({
      where: { participantId: attendee.id },
      orderBy: { createdAt: "desc" },
      take: 200,
      select: { projectId: true, createdAt: true },
    });
    const max = await getPolicyNumber(tx, "market.roadshow.questions_max", now);
    if (own.filter((one) => one.projectId === input.projectId).length >= max) {
      throw new DomainError("stage_questions_max", { status: 429, params: { max }, field: "text" });
    }
    const seconds = await getPolicyNumber(tx, "market.roadshow.question_pause_seconds", now);
    const last = own[0]?.createdAt.getTime() ?? 0;
    if (now.getTime() - last < seconds * 1000) {
      throw new DomainError("stage_question_pause", {
        status: 429,
        params: { seconds },
        field: "text",
      });
    }
    const { rules } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { rules: true },
    });
    const id = newId();
    const { projectId, text, isAnonymous } = input;
    await tx.roadshowQuestion.create({
      data: {
        id,
        roadshowId,
        projectId,
        participantId: attendee.id,
        text,
        isAnonymous,
        createdAt: now,
      },
    });
    const isShown = !readRules(rules).isModerated;
    if (isShown) {
      await advance(tx, roadshowQuestionConduct, id, "show", systemActor("roadshow-questions"));
    }
    return { id, roadshowId, isShown };
  });
  const { projectId } = input;
  tellRoadshowHint({ roadshowId, topic: "questions", projectId, to: isShown ? "ALL" : "STAFF" });
  return id;
}
