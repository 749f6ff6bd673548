import type { UserActor } from "~/domain/identity/actor";
import { announceDelay } from "~/domain/roadshows/day/announce-delay.server";
import { closePlace } from "~/domain/roadshows/day/close-place.server";
import { controlStage } from "~/domain/roadshows/day/control-stage.server";
import {
  closePlaceSchema,
  delaySchema,
  illnessSchema,
  personOutSchema,
} from "~/domain/roadshows/day/day-change-schema";
import { reportAbsence } from "~/domain/roadshows/day/report-absence.server";
import { reportIllness } from "~/domain/roadshows/day/report-illness.server";
import { stageOrderSchema, stageRevisionSchema } from "~/domain/roadshows/day/stage-order-schema";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-day-form.server";

/** An order of a stage's controller. */
export async function answerStageControl(
  request: Request,
  ids: { roadshowId: string; placeId: string },
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const { revision } = stageRevisionSchema
    .catch({ revision: -1 })
    .parse(Object.fromEntries(fields));
  return formRunner(fields)(stageOrderSchema, async (order) => {
    await controlStage({ ...ids, revision }, order, actor, db);
    return backTo(organiserHref(ids.roadshowId, `stage/${ids.placeId}`), "control.done");
  });
}

/** Delays, closed halls and absences of the day, by intent. */
export async function answerHalls(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const back = (count: number) =>
    backTo(organiserHref(roadshowId, "stage"), "halls.moved", { count });
  switch (String(fields.get("intent") ?? "")) {
    case "delay":
      return run(delaySchema, async (value) =>
        back(await announceDelay({ roadshowId, ...value }, actor, db)),
      );
    case "close":
      return run(closePlaceSchema, async (value) =>
        back(await closePlace({ roadshowId, ...value }, actor, db)),
      );
    case "ill":
      return run(illnessSchema, async (value) =>
        back(await reportIllness({ roadshowId, ...value }, actor, db)),
      );
    case "person":
      return run(personOutSchema, async (value) =>
        back(await reportAbsence({ roadshowId, ...value }, actor, db)),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
