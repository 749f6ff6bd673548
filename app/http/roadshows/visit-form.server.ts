import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import { answerMeeting } from "~/domain/roadshows/meetings/answer-meeting.server";
import { leaveMeeting } from "~/domain/roadshows/meetings/leave-meeting.server";
import { recordMeeting } from "~/domain/roadshows/meetings/record-meeting.server";
import { requestMeeting } from "~/domain/roadshows/meetings/request-meeting.server";
import { setWish } from "~/domain/roadshows/meetings/set-wish.server";
import {
  meetingFormSchema,
  minutesFormSchema,
  requestFormSchema,
  wishFormSchema,
} from "~/domain/roadshows/meetings/wish-schema";
import { cancelParticipant } from "~/domain/roadshows/people/cancel-participant.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-people-form.server";

/** What the overview of a visit can post. */
export async function answerVisit(
  request: Request,
  participantId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  if (fields.get("intent") !== "cancel") throw new DomainError("bad_form", { status: 400 });
  return formRunner(fields)(z.object({}), async () => {
    await cancelParticipant(participantId, actor, db);
    return backTo(visitHref(participantId), "cancelled");
  });
}

/** Where a card stands on the page. */
export const cardId = (id: string) => `person-${id}`;

/** What the page of people can post: a mark with one tap, or a request; back to the same filters. */
export async function answerPeople(
  request: Request,
  participantId: string,
  actor: UserActor,
  db: Db,
) {
  const { search } = new URL(request.url);
  const page = `${visitHref(participantId, "people")}${search}`;
  const fields = await readForm(request);
  const run = formRunner(fields);
  switch (fields.get("intent")) {
    case "wish":
      return run(wishFormSchema, async ({ toId, level }) => {
        const agreed = await setWish({ participantId, toId, level }, actor, db);
        const plain = { NO: "refused", NONE: "cleared", MUST: "wished", MEET: "wished" }[level];
        return backTo(`${page}#${cardId(toId)}`, agreed ? "agreed" : plain);
      });
    case "request":
      return run(requestFormSchema, async ({ toId, projectId, message }) => {
        const input = { participantId, toId, projectId: projectId || null, message };
        const { state } = await requestMeeting(input, actor, db);
        return backTo(`${page}#${cardId(toId)}`, state === "ACCEPTED" ? "agreed" : "requested");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** What the page of meetings can post, by intent. */
export async function answerMeetings(
  request: Request,
  participantId: string,
  actor: UserActor,
  db: Db,
) {
  const { search } = new URL(request.url);
  const page = `${visitHref(participantId, "meetings")}${search}`;
  const fields = await readForm(request);
  const run = formRunner(fields);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "accept":
    case "decline":
      return run(meetingFormSchema, async ({ meetingId, note }) => {
        await answerMeeting({ participantId, meetingId, answer: intent, note }, actor, db);
        return backTo(page, intent === "accept" ? "accepted" : "declined");
      });
    case "leave":
      return run(meetingFormSchema, async ({ meetingId }) => {
        await leaveMeeting({ participantId, meetingId }, actor, db);
        return backTo(page, "left");
      });
    case "held":
    case "missed":
      return run(minutesFormSchema, async ({ meetingId, minutes }) => {
        const outcome = intent === "held" ? "HELD" : "MISSED";
        await recordMeeting({ participantId, meetingId, outcome, minutes }, actor, db);
        return backTo(page, "recorded");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
