import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { paymentHref } from "~/domain/payments/payment-href";
import { DomainError } from "~/domain/shared/domain-error";
import { answerPrice } from "~/domain/tenders/answer-price.server";
import { changeBid } from "~/domain/tenders/change-bid.server";
import { refuseAward } from "~/domain/tenders/refuse-award.server";
import { requestBond } from "~/domain/tenders/request-bond.server";
import { submitBid } from "~/domain/tenders/submit-bid.server";
import { MOST_ENVELOPE_CHARS, submitBidSchema } from "~/domain/tenders/tender-bid-schema";
import { tenderHref } from "~/domain/tenders/tender-href";
import { findPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { noteSchema } from "~/domain/tenders/tender-schema";
import { answerForm, parseFormData, readForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

const ownSchema = z.object({ organisationId: z.uuid("bad_form") });

/** A form, or a form with the envelope as a file, which takes the place of its field. */
async function readBidFields(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return readForm(request);
  const limit = { field: "envelope", maxBytes: MOST_ENVELOPE_CHARS };
  const { fields, upload } = await readUpload(request, limit);
  fields.set("envelope", upload ? new TextDecoder().decode(upload.bytes) : "");
  fields.set("isUpload", "on");
  return fields;
}

/** What a bidder's page posts, by intent. */
export async function answerBidForm(request: Request, number: number, actor: Actor, db: Db) {
  const tender = await findPublicTender(db, number);
  const mayBid =
    actor.kind === "USER" &&
    actor.memberships.some(({ organisationId }) => can(actor, "tender.bid", { organisationId }));
  const isMember = actor.kind === "USER" && actor.memberships.length > 0;
  if (!mayBid && !isMember) throw new DomainError("forbidden", { status: 403 });
  const fields = await readBidFields(request);
  const tenderId = tender.id;
  const to = `${tenderHref(number)}/bid`;
  const intent = fields.get("intent");
  switch (intent) {
    case "bid":
      return runTenderForm(fields, submitBidSchema, { to, message: "bid.submitted" }, (value) =>
        submitBid({ ...value, tenderId }, actor, db),
      );
    case "bond": {
      const form = parseFormData(fields, ownSchema);
      return answerForm(form, async () => {
        if (form.status !== "success") throw new DomainError("bad_form", { status: 400 });
        const { paymentId } = await requestBond({ ...form.value, tenderId }, actor, db);
        return redirect(paymentHref(paymentId));
      });
    }
    case "confirm":
    case "withdraw": {
      const message = intent === "confirm" ? "bid.confirmed" : "bid.withdrawn";
      return runTenderForm(fields, ownSchema, { to, message }, (value) =>
        changeBid({ ...value, tenderId, move: intent }, actor, db),
      );
    }
    case "price": {
      const schema = ownSchema.extend(noteSchema.shape);
      return runTenderForm(fields, schema, { to, message: "bid.priceSent" }, (value) =>
        answerPrice({ ...value, tenderId }, actor, db),
      );
    }
    case "refuse":
      return runTenderForm(fields, noteSchema, { to, message: "bid.refused" }, ({ note }) =>
        refuseAward({ tenderId, note }, actor, db),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
