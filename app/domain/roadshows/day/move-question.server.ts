import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { tellRoadshowHint } from "./roadshow-news.server";
import { roadshowQuestionConduct } from "./roadshow-question-conduct.server";
import type { QuestionMove } from "./roadshow-question-procedure";

/**
 * A moderator's move on a question, or the asker's own withdrawal.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409)
 */
export async function moveQuestion(
  input: { roadshowId: string; questionId: string; move: QuestionMove },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, questionId, move } = input;
  const projectId = await inTransaction(db, async (tx) => {
    const access = await findRoadshowAccess(tx, { id: roadshowId }, actor);
    const row = isId(questionId)
      ? await tx.roadshowQuestion.findFirst({
          where: { id: questionId, roadshowId },
          select: { participantId: true, projectId: true },
        })
      : null;
    const isModerator = access.isOrganiser || access.seats.has("MODERATOR");
    const isOwn = row !== null && row.participantId === access.participantId;
    if (!row || (!isModerator && !isOwn)) throw new DomainError("not_found", { status: 404 });
    await advance(tx, roadshowQuestionConduct, questionId, move, actor);
    return row.projectId;
  });
  tellRoadshowHint({ roadshowId, topic: "questions", projectId });
}
