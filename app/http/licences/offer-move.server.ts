import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import {
  type LicenceOfferMove,
  licenceOfferProcedure,
} from "~/domain/licences/licence-offer-procedure";
import { getLicenceFile } from "~/domain/licences/licence-queries.server";
import { licenceMoveSchema } from "~/domain/licences/licence-schema";
import { moveLicenceOffer } from "~/domain/licences/move-licence-offer.server";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";

const MOVES = Object.keys(licenceOfferProcedure.moves) as [LicenceOfferMove, ...LicenceOfferMove[]];
const schema = licenceMoveSchema.extend({ intent: z.enum(MOVES, "not_a_choice") });

/** The form of moves on the pages of an offer, on the desk and in the office. */
export async function runLicenceMove(
  offerId: string,
  folder: string,
  request: Request,
  actor: UserActor,
  db: Db,
) {
  // Strangers are told before their form is looked at.
  await getLicenceFile(offerId, actor, db);
  return answerLicenceMove(offerId, folder, await readForm(request), actor, db);
}

/** The same for fields that were read already; whoever calls it has shown that the offer is visible. */
export async function answerLicenceMove(
  offerId: string,
  folder: string,
  fields: FormData,
  actor: UserActor,
  db: Db,
) {
  const form = parseFormData(fields, schema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { intent: move, note } = form.value;
    await moveLicenceOffer({ offerId, move, note }, actor, db);
    return redirectWithFlash(`${folder}/${offerId}`, {
      tone: "success",
      message: "licences:file.moved",
    });
  });
}
