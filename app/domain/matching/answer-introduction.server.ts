import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import type { DeclineCode } from "./answer-schema";
import { introductionConduct } from "./introduction-conduct.server";

/**
 * The receiver accepts a request, which opens the conversation and the names, or declines it with a
 * coded reason that the other side sees in statistics only.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "introduction_real_name",
 * "decline_reason_required"
 */
export async function answerIntroduction(
  input:
    | { introductionId: string; answer: "accept" }
    | { introductionId: string; answer: "decline"; declineCode: DeclineCode },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const evidence = input.answer === "decline" ? { declineCode: input.declineCode } : {};
  await advance(db, introductionConduct, input.introductionId, input.answer, actor, evidence);
}
