import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { getLicenceFile } from "~/domain/licences/licence-queries.server";
import { licenceMoveSchema } from "~/domain/licences/licence-schema";
import { refundPurchase } from "~/domain/licences/refund-purchase.server";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { answerLicenceMove } from "./offer-move.server";

const FOLDER = "/office/licences";
const schema = licenceMoveSchema.extend({ purchaseId: z.uuid("not_an_id") });

/** What the office's page of an offer can post: a move of the offer, or a fee given back. */
export async function answerOfficeLicence(
  offerId: string,
  request: Request,
  actor: UserActor,
  db: Db,
) {
  // Strangers are told before their form is looked at.
  await getLicenceFile(offerId, actor, db);
  const fields = await readForm(request);
  if (fields.get("intent") !== "refund")
    return answerLicenceMove(offerId, FOLDER, fields, actor, db);
  const form = parseFormData(fields, schema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await refundPurchase(form.value, actor, db);
    return redirectWithFlash(`${FOLDER}/${offerId}`, {
      tone: "success",
      message: "licences:office.paid.done",
    });
  });
}
