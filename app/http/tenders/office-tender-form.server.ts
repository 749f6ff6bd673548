import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { decideBid } from "~/domain/tenders/decide-bid.server";
import { handleTenderObjection } from "~/domain/tenders/handle-tender-objection.server";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { recuseMember } from "~/domain/tenders/recuse-member.server";
import { refuseAward } from "~/domain/tenders/refuse-award.server";
import { reinstateBid } from "~/domain/tenders/reinstate-bid.server";
import { officeTenderHref } from "~/domain/tenders/tender-href";
import { noteSchema } from "~/domain/tenders/tender-schema";
import { readForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { holderSchema, moveSchema } from "./desk-tender-form.server";
import { runTenderForm } from "./run-tender-form.server";

const memberSchema = z.object({
  email: z.email("not_an_email"),
  kind: z.enum(["EXPERT", "BUYER"], "required"),
});
const recuseSchema = noteSchema.extend({ memberId: z.uuid("bad_form") });
const bidSchema = noteSchema.extend({
  bidId: z.uuid("required"),
  decision: z.enum(["askPrice", "acceptPrice", "reject"], "required"),
});
const reinstateSchema = noteSchema.extend({ bidId: z.uuid("required") });
const objectionSchema = z.object({
  objectionId: z.uuid("bad_form"),
  outcome: z.enum(["UPHELD", "REJECTED"], "required"),
  result: z
    .string("required")
    .trim()
    .min(5, errorCode("too_short", { min: 5 }))
    .max(2000, errorCode("too_long", { max: 2000 })),
});

/** What the operators' page of a tender posts, by intent. */
export async function answerOfficeTender(request: Request, tenderId: string, actor: Actor, db: Db) {
  const fields = await readForm(request);
  const to = officeTenderHref(tenderId);
  switch (fields.get("intent")) {
    case "move":
      return runTenderForm(fields, moveSchema, { to, message: "desk.done" }, (value) =>
        moveTender({ tenderId, ...value }, actor, db),
      );
    case "holder":
      return runTenderForm(fields, holderSchema, { to, message: "holders.appointed" }, (value) =>
        nameKeyHolder({ tenderId, ...value }, actor, db),
      );
    case "member":
      return runTenderForm(fields, memberSchema, { to, message: "office.named" }, (value) =>
        nameMember({ tenderId, ...value }, actor, db),
      );
    case "recuse":
      return runTenderForm(fields, recuseSchema, { to, message: "office.recusedDone" }, (value) =>
        recuseMember({ tenderId, ...value }, actor, db),
      );
    case "bid":
      return runTenderForm(fields, bidSchema, { to, message: "office.decided" }, (value) =>
        decideBid(
          { tenderId, bidId: value.bidId, move: value.decision, note: value.note },
          actor,
          db,
        ),
      );
    case "reinstate":
      return runTenderForm(fields, reinstateSchema, { to, message: "office.decided" }, (value) =>
        reinstateBid({ tenderId, ...value }, actor, db),
      );
    case "objection":
      return runTenderForm(
        fields,
        objectionSchema,
        { to, message: "objections.handled" },
        (value) => handleTenderObjection({ tenderId, ...value }, actor, db),
      );
    case "refuseAward":
      return runTenderForm(fields, noteSchema, { to, message: "desk.done" }, ({ note }) =>
        refuseAward({ tenderId, note }, actor, db),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
