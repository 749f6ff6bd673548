import { z } from "zod";
import { answerChallengeObjection } from "~/domain/challenges/answer-challenge-objection.server";
import { officeHref } from "~/domain/challenges/challenge-href";
import {
  noteSchema,
  objectionAnswerSchema,
  returnSchema,
  vettingSchema,
} from "~/domain/challenges/challenge-schema";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { recuseChallengeExpert } from "~/domain/challenges/recuse-challenge-expert.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import { inviteSchema, recusalSchema } from "~/domain/challenges/work-schema";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { backTo, formRunner } from "./run-form.server";

/** What the office's page of a challenge can post, by intent. */
export async function answerOfficeChallenge(
  request: Request,
  challengeId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = officeHref(challengeId);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "publish":
      return run(vettingSchema, async ({ note }) => {
        const answers = { isReal: true, isMeasurable: true, isFunded: true };
        await vetChallenge({ challengeId, decision: "publish", note, ...answers }, actor, db);
        return backTo(page, "published");
      });
    case "return":
      return run(returnSchema, async ({ note, comments }) => {
        await vetChallenge({ challengeId, decision: "return", note, comments }, actor, db);
        return backTo(page, "returned");
      });
    case "invite":
      return run(inviteSchema, async ({ email }) => {
        await inviteChallengeExpert({ challengeId, email }, actor, db);
        return backTo(`${page}#experts`, "invited");
      });
    case "recuse":
      return run(recusalSchema, async ({ expertId, recusalNote: note }) => {
        await recuseChallengeExpert({ challengeId, expertId, note }, actor, db);
        return backTo(`${page}#experts`, "recused");
      });
    case "objection":
      return run(objectionAnswerSchema, async (value) => {
        await answerChallengeObjection({ challengeId, ...value }, actor, db);
        return backTo(`${page}#objections`, "objectionAnswered");
      });
    case "appraise":
    case "noneEligible":
    case "seatReserve":
      return run(z.object({}), async () => {
        await moveChallenge({ challengeId, move: intent }, actor, db);
        return backTo(page, "moved");
      });
    case "withdraw":
    case "terminate":
      return run(noteSchema, async ({ note }) => {
        await moveChallenge({ challengeId, move: intent, note }, actor, db);
        return backTo(page, "moved");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
