import type { UserActor } from "~/domain/identity/actor";
import { askQuestion } from "~/domain/roadshows/day/ask-question.server";
import {
  askSchema,
  cardKeySchema,
  cardSchema,
  moderationSchema,
  questionIdSchema,
} from "~/domain/roadshows/day/audience-schema";
import { giveCard } from "~/domain/roadshows/day/give-card.server";
import { moveQuestion } from "~/domain/roadshows/day/move-question.server";
import { voteQuestion } from "~/domain/roadshows/day/vote-question.server";
import { withdrawCard } from "~/domain/roadshows/day/withdraw-card.server";
import { findRoadshowAccess } from "~/domain/roadshows/events/roadshow-access.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-day-form.server";

/** What somebody in the audience can post, by intent; the page goes on where it was. */
export async function answerAudience(request: Request, number: number, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const { pathname, search } = new URL(request.url);
  const back = (anchor: string, message: string) =>
    backTo(`${pathname.replace(/\.data$/, "")}${search}#${anchor}`, `audience.done.${message}`);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "ask":
      return run(askSchema, async (value) => {
        await askQuestion({ number, ...value }, actor, db);
        return back("questions", "asked");
      });
    case "vote":
    case "unvote":
      return run(questionIdSchema, async ({ questionId }) => {
        await voteQuestion({ number, questionId, isWanted: intent === "vote" }, actor, db);
        return back("questions", "voted");
      });
    case "withdrawQuestion":
      return run(questionIdSchema, async ({ questionId }) => {
        const { roadshow } = await findRoadshowAccess(db, { number }, actor);
        const input = { roadshowId: roadshow.id, questionId, move: "withdraw" as const };
        await moveQuestion(input, actor, db);
        return back("questions", "withdrawn");
      });
    case "card":
      return run(cardSchema, async (value) => {
        await giveCard({ number, ...value }, actor, db);
        return back("cards", "carded");
      });
    case "withdrawCard":
      return run(cardKeySchema, async (value) => {
        await withdrawCard({ number, ...value }, actor, db);
        return back("cards", "withdrawn");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** A moderator's move; the list stays where it was. */
export async function answerModeration(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const { search } = new URL(request.url);
  const list = new URLSearchParams(search);
  return formRunner(fields)(moderationSchema, async ({ questionId, move }) => {
    await moveQuestion({ roadshowId, questionId, move }, actor, db);
    const state = list.get("state");
    const page = organiserHref(roadshowId, "questions");
    return backTo(state ? `${page}?state=${encodeURIComponent(state)}` : page, "questions.done");
  });
}
