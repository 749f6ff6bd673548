import type { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { copyPlan } from "~/domain/roadshows/timetable/copy-plan.server";
import { discardPlan } from "~/domain/roadshows/timetable/discard-plan.server";
import {
  entrySchema,
  moveEntrySchema,
  orderSchema,
  placeActivitySchema,
  planSchema,
} from "~/domain/roadshows/timetable/edit-plan-schema";
import { lockEntry } from "~/domain/roadshows/timetable/lock-entry.server";
import { moveEntry } from "~/domain/roadshows/timetable/move-entry.server";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { placeActivity } from "~/domain/roadshows/timetable/place-activity.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { takeOutEntry } from "~/domain/roadshows/timetable/take-out-entry.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";

/** What the organiser's page of the timetable can post, by intent. */
export async function answerTimetable(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  const page = organiserHref(roadshowId, "timetable");
  const search = new URL(request.url).searchParams;
  search.delete("entry");
  search.delete("index");
  const here = search.size > 0 ? `${page}?${search}` : page;
  const run = async <S extends z.ZodType>(
    schema: S,
    word: string,
    work: (value: z.output<S>) => Promise<string | undefined>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const target = await work(form.value);
      const message = `timetable:done.${word}`;
      return redirectWithFlash(target ?? here, { tone: "success", message });
    });
  };
  switch (intent) {
    case "order":
      return run(orderSchema, "ordered", async ({ basedOnId, ...order }) => {
        const reason = basedOnId ? "AGAIN" : "FIRST";
        await orderPlan(roadshowId, { ...order, reason, basedOnId: basedOnId ?? null }, actor, db);
        return page;
      });
    case "publishProvisional":
    case "publishFinal":
      return run(planSchema, "published", async ({ planId }) => {
        const as = intent === "publishFinal" ? "FINAL" : "PROVISIONAL";
        await publishPlan(planId, as, actor, db, roadshowId);
        return undefined;
      });
    case "discard":
      return run(planSchema, "discarded", async ({ planId }) => {
        await discardPlan(roadshowId, planId, actor, db);
        return page;
      });
    case "copy":
      return run(planSchema, "copied", async ({ planId }) => {
        await copyPlan(roadshowId, planId, actor, db);
        return page;
      });
    case "move":
      return run(moveEntrySchema, "moved", async (value) => {
        await moveEntry({ roadshowId, ...value }, actor, db);
        return undefined;
      });
    case "lock":
    case "unlock":
      return run(entrySchema, `${intent}ed`, async (value) => {
        await lockEntry({ roadshowId, ...value, isLocked: intent === "lock" }, actor, db);
        return undefined;
      });
    case "takeOut":
      return run(entrySchema, "takenOut", async (value) => {
        await takeOutEntry({ roadshowId, ...value }, actor, db);
        return undefined;
      });
    case "place":
      return run(placeActivitySchema, "placed", async (value) => {
        await placeActivity({ roadshowId, ...value }, actor, db);
        return undefined;
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
