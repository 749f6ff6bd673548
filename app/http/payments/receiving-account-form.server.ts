import { redirectDocument } from "@remix-run/node";
import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { openReceivingAccount } from "~/domain/payments/open-receiving-account.server";
import { RECEIVING_HREF } from "~/domain/payments/payment-href";
import { askAboutAccount } from "~/domain/payments/receiving-account-queries.server";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseForm, refuseForm } from "../form.server";

const schema = z.object({
  intent: z.enum(["open", "ask"], "not_a_choice"),
  organisationId: z.uuid("not_a_choice"),
  secret: z.string().max(200, "bad_form").default(""),
});

/** What the page of receiving accounts can post. */
export async function answerReceivingForm(
  request: Request,
  headers: Headers,
  actor: UserActor,
  db: Db,
) {
  const form = await parseForm(request, schema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { intent, organisationId, secret } = form.value;
    if (intent === "ask") return tellOfAccount(organisationId, actor, db);
    const url = await openReceivingAccount({ organisationId, secret, headers }, actor, db);
    return redirectDocument(url, 303);
  });
}

/** Asks Stripe about an account and says on the page what came of it. */
export async function tellOfAccount(organisationId: string, actor: UserActor, db: Db) {
  const result = await askAboutAccount(organisationId, actor, db);
  const tone = result === "ready" ? "success" : result === "away" ? "warning" : "info";
  return redirectWithFlash(RECEIVING_HREF, {
    tone,
    message: `payments:receiving.results.${result}`,
  });
}
