import type { UserActor } from "~/domain/identity/actor";
import { declareRecusal } from "~/domain/roadshows/call/declare-recusal.server";
import { reviewProject } from "~/domain/roadshows/call/review-project.server";
import { recusalSchema, reviewSchema } from "~/domain/roadshows/call/review-schema";
import { seatHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-pitch-form.server";

/** What a reviewer's sheet can post, by intent. */
export async function answerSheet(
  request: Request,
  ids: { memberId: string; projectId: string },
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = `${seatHref(ids.memberId)}/${ids.projectId}`;
  switch (String(fields.get("intent") ?? "")) {
    case "review":
      return run(reviewSchema, async (form) => {
        await reviewProject({ ...ids, form }, actor, db);
        return backTo(page, "reviewed");
      });
    case "recuse":
      return run(recusalSchema, async ({ reason }) => {
        await declareRecusal({ ...ids, reason }, actor, db);
        return backTo(page, "recused");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
