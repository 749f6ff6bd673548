import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { type AnswerOutcome, answerMatch } from "./answer-match.server";
import { openAnswerLink } from "./answer-page-queries.server";
import type { LinkAnswerInput } from "./answer-schema";
import { takeBackAnswer } from "./take-back-answer.server";

/**
 * Answers, or takes the answer back, as the person whom a digest was sent to; no sign-in is needed.
 * What that person may do is looked up now.
 * @throws DomainError as openAnswerLink and answerMatch
 */
export async function answerByLink(
  token: string,
  input: LinkAnswerInput,
  reader: UserActor | null,
  db: Db,
): Promise<AnswerOutcome> {
  const { actor, showing } = await openAnswerLink(token, reader, db);
  const { needId, achievementId } = showing;
  if (input.answer === "NONE") {
    const isChanged = await takeBackAnswer({ needId, achievementId }, actor, db);
    return { isChanged, isMutual: false };
  }
  const { answer, declineCode } = input;
  return answerMatch({ needId, achievementId, answer, declineCode, note: "" }, actor, db, {
    showingId: showing.id,
    via: "LINK",
  });
}
