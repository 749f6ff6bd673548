import { redirect } from "@remix-run/node";
import { z } from "zod";
import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { askChallengeQuestion } from "~/domain/challenges/ask-challenge-question.server";
import { intentionHref, publicHref } from "~/domain/challenges/challenge-href";
import {
  agreementSchema,
  objectionSchema,
  questionSchema,
} from "~/domain/challenges/challenge-schema";
import { objectToChallenge } from "~/domain/challenges/object-to-challenge.server";
import { startIntention } from "~/domain/challenges/start-intention.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { backTo, formRunner } from "./run-form.server";

const startSchema = z.object({ scout: z.string().max(80, "bad_form").default("") });

/** What a signed-in reader can post on the page of a challenge, by intent. */
export async function answerPublicChallenge(
  request: Request,
  number: number,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = publicHref(number);
  switch (String(fields.get("intent") ?? "")) {
    case "accept":
      return run(agreementSchema, async ({ textHash }) => {
        await acceptChallengeAgreement({ number, textHash }, actor, db);
        // A scout's link keeps its code over the step.
        return backTo(`${page}${new URL(request.url).search}#confidential`, "accepted");
      });
    case "ask":
      return run(questionSchema, async ({ text }) => {
        await askChallengeQuestion({ number, text }, actor, db);
        return backTo(`${page}#questions`, "asked");
      });
    case "object":
      return run(objectionSchema, async ({ text }) => {
        await objectToChallenge({ number, text }, actor, db);
        return backTo(`${page}#objections`, "objected");
      });
    case "start":
      return run(startSchema, async ({ scout }) => {
        const { organisationId } = actor;
        const started = { number, organisationId, scoutCode: scout };
        const { id } = await startIntention(started, actor, db);
        return redirect(intentionHref(id));
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
