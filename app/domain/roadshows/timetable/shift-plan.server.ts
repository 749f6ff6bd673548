import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { copyEntries } from "./copy-entries.server";
import { insertDraft } from "./insert-draft.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";

/**
 * Moves the public timetable with the event's dates: a new version, everything so many days later at the
 * same time of day, public at once in the state that the former had. Drafts of the old dates are given up.
 * @returns the id of the new version, or null where nothing is public
 */
export async function shiftPlan(
  tx: Tx,
  roadshowId: string,
  days: number,
  actor: Actor,
): Promise<string | null> {
  await lockRoadshow(tx, roadshowId);
  const plans = await tx.roadshowPlan.findMany({
    where: { roadshowId, state: { in: ["SOLVING", "DRAFT", "PROVISIONAL", "FINAL"] } },
    orderBy: { version: "asc" },
    select: { id: true, state: true },
  });
  if (days === 0) return null;
  for (const plan of plans) {
    if (plan.state !== "SOLVING" && plan.state !== "DRAFT") continue;
    await advance(tx, roadshowPlanConduct, plan.id, "discard", actor);
  }
  const former = plans.find(({ state }) => state === "PROVISIONAL" || state === "FINAL");
  if (!former) return null;
  const id = await insertDraft(tx, roadshowId, { reason: "DATES", basedOnId: former.id }, actor);
  await copyEntries(tx, former.id, id, days);
  const move = former.state === "FINAL" ? "publishFinal" : "publishProvisional";
  await advance(tx, roadshowPlanConduct, id, move, systemActor("roadshow-timetable"));
  return id;
}
