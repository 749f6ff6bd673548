import type { UserActor } from "~/domain/identity/actor";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import { acceptUndertaking } from "~/domain/roadshows/people/accept-undertaking.server";
import { editParticipant } from "~/domain/roadshows/people/edit-participant.server";
import {
  participantFormSchema,
  undertakingFormSchema,
} from "~/domain/roadshows/people/participant-form-schema";
import { registerParticipant } from "~/domain/roadshows/people/register-participant.server";
import { getRegistrationPage } from "~/domain/roadshows/people/registration-page-queries.server";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-people-form.server";

/** The form of registration: new, of who is registered, or the undertaking alone. */
export async function answerRegistration(
  request: Request,
  number: number,
  actor: UserActor,
  db: Db,
) {
  const { own } = await getRegistrationPage(db, number, actor);
  const fields = await readForm(request);
  if (own && fields.get("intent") === "undertake") {
    return formRunner(fields)(undertakingFormSchema, async (form) => {
      await acceptUndertaking({ participantId: own.id, form }, actor, db);
      return backTo(visitHref(own.id), "edited");
    });
  }
  return formRunner(fields)(participantFormSchema, async (form) => {
    if (own) {
      await editParticipant({ participantId: own.id, form }, actor, db);
      return backTo(visitHref(own.id), "edited");
    }
    const { id, state } = await registerParticipant({ number, form }, actor, db);
    return backTo(visitHref(id), state === "WAITING" ? "waiting" : "registered");
  });
}
