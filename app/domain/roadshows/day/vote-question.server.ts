import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertAttendee, assertSeenProject } from "./attendee-access.server";
import { tellRoadshowHint } from "./roadshow-news.server";
import { mayVote } from "./vote-turns.server";

/**
 * Wants a question answered: one vote of each person, and none for one's own question. Again changes
 * nothing; `isWanted` false takes the vote back.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_register_first" (403),
 * "stage_own_question" (409), "stage_votes_max" (429)
 */
export async function voteQuestion(
  input: { number: number; questionId: string; isWanted: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { questionId } = input;
  const now = clock.now();
  const { roadshowId, projectId } = await inTransaction(db, async (tx) => {
    const { access, attendee } = await assertAttendee(tx, { number: input.number }, actor);
    const { id: roadshowId } = access.roadshow;
    const question = isId(questionId)
      ? await tx.roadshowQuestion.findFirst({
          where: { id: questionId, roadshowId, state: "SHOWN" },
          select: { projectId: true, participantId: true },
        })
      : null;
    if (!question) throw new DomainError("not_found", { status: 404 });
    await assertSeenProject(tx, roadshowId, question.projectId, attendee);
    if (question.participantId === attendee.id) {
      throw new DomainError("stage_own_question", { status: 409 });
    }
    // The person's own row makes its votes take turns, so that they are counted.
    await tx.$queryRaw`SELECT 1 FROM "RoadshowParticipant" WHERE id = ${attendee.id}::uuid FOR UPDATE`;
    const max = await getPolicyNumber(tx, "market.roadshow.votes_minute_max", now);
    if (!mayVote(attendee.id, max, now)) {
      throw new DomainError("stage_votes_max", { status: 429, params: { max } });
    }
    const key = { questionId, participantId: attendee.id };
    if (input.isWanted) {
      const recent = await tx.roadshowVote.count({
        where: { participantId: attendee.id, createdAt: { gt: new Date(now.getTime() - 60_000) } },
      });
      if (recent >= max) throw new DomainError("stage_votes_max", { status: 429, params: { max } });
      const { count } = await tx.roadshowVote.createMany({
        data: [{ ...key, createdAt: now }],
        skipDuplicates: true,
      });
      if (count > 0) await add(1);
    } else {
      const { count } = await tx.roadshowVote.deleteMany({ where: key });
      if (count > 0) await add(-1);
    }
    return { roadshowId, projectId: question.projectId };

    async function add(by: number): Promise<void> {
      await tx.roadshowQuestion.update({
        where: { id: questionId },
        data: { votes: { increment: by } },
      });
    }
  });
  tellRoadshowHint({ roadshowId, topic: "questions", projectId, isFrequent: true });
}
