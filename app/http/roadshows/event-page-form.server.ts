import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { changeDates } from "~/domain/roadshows/events/change-dates.server";
import { changeDeadlines } from "~/domain/roadshows/events/change-deadlines.server";
import {
  announcedFormSchema,
  changeDatesSchema,
  deadlinesSchema,
  eventFormSchema,
} from "~/domain/roadshows/events/event-form-schema";
import { inviteMember } from "~/domain/roadshows/events/invite-member.server";
import { memberSchema } from "~/domain/roadshows/events/member-schema";
import { itemSchema, placeSchema } from "~/domain/roadshows/events/place-schema";
import { removeMember } from "~/domain/roadshows/events/remove-member.server";
import { removePlace } from "~/domain/roadshows/events/remove-place.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { type RoadshowMove, roadshowProcedure } from "~/domain/roadshows/events/roadshow-procedure";
import { saveItem } from "~/domain/roadshows/events/save-item.server";
import { savePlace } from "~/domain/roadshows/events/save-place.server";
import { saveRoadshow } from "~/domain/roadshows/events/save-roadshow.server";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { backToEvent, eventFormRunner } from "./event-flash.server";

const noteSchema = z.object({
  note: z
    .string()
    .trim()
    .max(1000, errorCode("too_long", { max: 1000 }))
    .default(""),
});
const revision = z.coerce.number("bad_form").int("bad_form");
const keySchema = z.object({ id: z.uuid("not_an_id") });

const MOVES = Object.keys(roadshowProcedure.moves) as RoadshowMove[];

/** A move from the overview or from the office's page. */
export async function moveFromPage(
  request: Request,
  id: string,
  back: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const move = MOVES.find((one) => one === fields.get("intent"));
  if (!move) throw new DomainError("bad_form", { status: 400 });
  return eventFormRunner(fields)(noteSchema, async ({ note }) => {
    await advanceRoadshow(id, move, { note }, actor, db);
    const message = move === "approve" ? "approved" : move === "sendBack" ? "sentBack" : "moved";
    return backToEvent(back, message);
  });
}

/** The organiser's form: whole in a draft, its texts alone afterwards. */
export async function saveFromPage(request: Request, id: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = eventFormRunner(fields);
  const page = organiserHref(id, "edit");
  if (fields.get("intent") === "announced") {
    return run(announcedFormSchema.extend({ revision }), async ({ revision: seen, ...form }) => {
      await saveRoadshow({ id, revision: seen, kind: "ANNOUNCED", form }, actor, db);
      return backToEvent(page, "saved");
    });
  }
  return run(z.intersection(z.object({ revision }), eventFormSchema), async (value) => {
    const { revision: seen, ...form } = value;
    await saveRoadshow({ id, revision: seen, kind: "DRAFT", form }, actor, db);
    return backToEvent(page, "saved");
  });
}

/** Places and programme, by intent; an `id` changes what is there. */
export async function answerPlaces(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = eventFormRunner(fields);
  const page = organiserHref(roadshowId, "places");
  const asked = z.uuid().safeParse(fields.get("id"));
  const known = asked.success ? asked.data : null;
  const seen = revision.safeParse(fields.get("revision")).data;
  const shown = seen === undefined ? {} : { revision: seen };
  switch (fields.get("intent")) {
    case "place":
      return run(placeSchema, async (place) => {
        await savePlace({ roadshowId, placeId: known, place, ...shown }, actor, db);
        return backToEvent(page, "placeSaved");
      });
    case "item":
      return run(itemSchema, async (item) => {
        await saveItem({ roadshowId, itemId: known, item, ...shown }, actor, db);
        return backToEvent(`${page}#items`, "itemSaved");
      });
    case "removePlace":
      return run(keySchema, async ({ id }) => {
        await removePlace({ roadshowId, kind: "PLACE", id }, actor, db);
        return backToEvent(page, "placeRemoved");
      });
    case "removeItem":
      return run(keySchema, async ({ id }) => {
        await removePlace({ roadshowId, kind: "ITEM", id }, actor, db);
        return backToEvent(`${page}#items`, "itemRemoved");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Invitations and removals. */
export async function answerStaff(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = eventFormRunner(fields);
  const page = organiserHref(roadshowId, "staff");
  switch (fields.get("intent")) {
    case "invite":
      return run(memberSchema, async (value) => {
        await inviteMember(roadshowId, value, actor, db);
        return backToEvent(page, "invited");
      });
    case "remove":
      return run(keySchema, async ({ id }) => {
        await removeMember(roadshowId, id, actor, db);
        return backToEvent(page, "removed");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Other days, or other deadlines. */
export async function answerDates(request: Request, roadshowId: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const run = eventFormRunner(fields);
  const page = organiserHref(roadshowId, "dates");
  switch (fields.get("intent")) {
    case "dates":
      return run(changeDatesSchema, async (value) => {
        await changeDates(roadshowId, value, actor, db);
        return backToEvent(page, "datesChanged");
      });
    case "deadlines":
      return run(deadlinesSchema.extend({ revision }), async (value) => {
        await changeDeadlines(roadshowId, value, actor, db);
        return backToEvent(page, "deadlinesChanged");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
