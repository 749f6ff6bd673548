import { z } from "zod";
import { operateAuctionSchema } from "~/domain/bidding/bid-schema";
import { resumeAuction } from "~/domain/bidding/resume-auction.server";
import { suspendAuction } from "~/domain/bidding/suspend-auction.server";
import { voidAuction } from "~/domain/bidding/void-auction.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseForm, refuseForm } from "../form.server";

const MOVES = { suspend: suspendAuction, resume: resumeAuction, void: voidAuction };
const schema = z.object({
  intent: z.enum(["suspend", "resume", "void"], "bad_form"),
  note: operateAuctionSchema.shape.note,
  isConfirmed: z.string().optional(),
});

/** What an operator does to a run. */
export async function answerOfficeForm(
  request: Request,
  auctionId: string,
  actor: UserActor,
  db: Db,
) {
  const form = await parseForm(request, schema);
  if (form.status !== "success") return refuseForm(form);
  const { intent, note, isConfirmed } = form.value;
  return answerForm(form, async () => {
    if (intent === "void" && isConfirmed !== "on") {
      throw new DomainError("must_accept", { field: "isConfirmed" });
    }
    await MOVES[intent]({ auctionId, note }, actor, db);
    return redirectWithFlash(`/office/bidding/${auctionId}`, {
      tone: "success",
      message: `bidding:office.done.${intent}`,
    });
  });
}
