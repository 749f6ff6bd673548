import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";
import type { UserActor } from "~/domain/identity/actor";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { addWalkIn } from "~/domain/roadshows/people/add-walk-in.server";
import {
  LIST_MEETINGS,
  LIST_ROLES,
  LIST_STATES,
  type ListFilter,
} from "~/domain/roadshows/people/participant-list-view";
import { seatParticipant } from "~/domain/roadshows/people/seat-participant.server";
import { strikeParticipant } from "~/domain/roadshows/people/strike-participant.server";
import { walkInSchema } from "~/domain/roadshows/people/walk-in-schema";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-people-form.server";

/** Filters of the list from its address; what is unknown filters nothing. */
export function readListFilter(params: URLSearchParams): ListFilter {
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === params.get(name)) ?? null;
  return {
    state: one("state", LIST_STATES),
    role: one("role", LIST_ROLES),
    meetings: one("meetings", LIST_MEETINGS),
    q: (params.get("q") ?? "").trim().slice(0, 60),
  };
}

const personSchema = z.object({ participantId: z.uuid("not_an_id"), note: freeText(300) });

/** What the organiser's list of participants can post, by intent. */
export async function answerParticipants(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const { search } = new URL(request.url);
  const page = `${organiserHref(roadshowId, "participants")}${search}`;
  const fields = await readForm(request);
  const run = formRunner(fields);
  switch (fields.get("intent")) {
    case "walkIn":
      return run(walkInSchema, async (input) => {
        await addWalkIn(roadshowId, input, actor, db);
        return backTo(page, "walkedIn");
      });
    case "strike":
      return run(personSchema, async ({ participantId, note }) => {
        await strikeParticipant({ roadshowId, participantId, note }, actor, db);
        return backTo(page, "struck");
      });
    case "seat":
      return run(personSchema, async ({ participantId }) => {
        await seatParticipant({ roadshowId, participantId }, actor, db);
        return backTo(page, "seated");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
