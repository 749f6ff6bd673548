import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { closeScores } from "~/domain/roadshows/day/close-scores.server";
import { publishScores } from "~/domain/roadshows/day/publish-scores.server";
import { closeScoresSchema, scoreFormSchema } from "~/domain/roadshows/day/score-form-schema";
import { submitScore } from "~/domain/roadshows/day/submit-score.server";
import { organiserHref, seatHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-day-form.server";

/** A judge's points. */
export async function answerJudge(request: Request, memberId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  return formRunner(fields)(scoreFormSchema, async (value) => {
    await submitScore({ memberId, ...value }, actor, db);
    return backTo(`${seatHref(memberId)}/stage`, "judge.done");
  });
}

/** Closing and publishing by the organiser. */
export async function answerScores(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = organiserHref(roadshowId, "scores");
  switch (String(fields.get("intent") ?? "")) {
    case "close":
      return run(closeScoresSchema, async (value) => {
        await closeScores({ roadshowId, ...value }, actor, db);
        return backTo(page, "scores.done.closed");
      });
    case "publish":
      return run(z.object({}), async () => {
        await publishScores(roadshowId, actor, db);
        return backTo(page, "scores.done.published");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
