import { z } from "zod";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { appraiseIntention } from "~/domain/challenges/appraise-intention.server";
import { appraisalHref } from "~/domain/challenges/challenge-href";
import { handInAppraisal } from "~/domain/challenges/hand-in-appraisal.server";
import { appraisalSchema, expertAnswerSchema } from "~/domain/challenges/work-schema";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { backTo, formRunner } from "./run-form.server";

/** What an expert's page can post, by intent. */
export async function answerAppraisal(
  request: Request,
  challengeId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = appraisalHref(challengeId);
  switch (String(fields.get("intent") ?? "")) {
    case "answer":
      return run(expertAnswerSchema, async (value) => {
        await answerExpertInvitation({ challengeId, ...value }, actor, db);
        return backTo(page, value.answer === "accept" ? "expertAccepted" : "expertRecused");
      });
    case "score":
      return run(appraisalSchema, async (value) => {
        await appraiseIntention({ challengeId, ...value }, actor, db);
        return backTo(page, "scored");
      });
    case "handIn":
      return run(z.object({}), async () => {
        await handInAppraisal(challengeId, actor, db);
        return backTo(page, "handedIn");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
