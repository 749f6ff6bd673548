import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { decideProjects } from "~/domain/roadshows/call/decide-projects.server";
import { bulkDecisionSchema } from "~/domain/roadshows/call/decision-schema";
import { orderRecusal } from "~/domain/roadshows/call/order-recusal.server";
import { noteSchema } from "~/domain/roadshows/call/project-schema";
import { orderRecusalSchema } from "~/domain/roadshows/call/review-schema";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-pitch-form.server";

/** What the organiser's list can post: a decision about many. */
export async function answerCall(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  return formRunner(fields)(bulkDecisionSchema, async (value) => {
    const { decided } = await decideProjects({ roadshowId, ...value }, actor, db);
    return backTo(organiserHref(roadshowId, "call"), "decided", { count: decided });
  });
}

/** What the organiser's page of one project can post, by intent. */
export async function answerCallProject(
  request: Request,
  ids: { roadshowId: string; projectId: string },
  actor: UserActor,
  db: Db,
) {
  const { roadshowId, projectId } = ids;
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = organiserHref(roadshowId, `call/${projectId}`);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "passForm":
    case "moveUp":
    case "acceptMaterial":
      return run(z.object({}), async () => {
        await advanceProject(projectId, intent, {}, actor, db);
        return backTo(page, "moved");
      });
    case "select":
    case "returnForm":
    case "reserve":
    case "reject":
    case "reconsider":
    case "askAgain":
    case "fallIll":
    case "miss":
    case "drop":
      return run(noteSchema, async ({ note }) => {
        await advanceProject(projectId, intent, { note }, actor, db);
        return backTo(page, "moved");
      });
    case "orderRecusal":
      return run(orderRecusalSchema, async ({ memberId, reason }) => {
        await orderRecusal({ roadshowId, memberId, projectId, reason }, actor, db);
        return backTo(page, "recused");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
