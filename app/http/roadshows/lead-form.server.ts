import { z } from "zod";
import { canEnterDeal } from "~/domain/deals/deal-access.server";
import { dealHref } from "~/domain/deals/deal-href";
import type { UserActor } from "~/domain/identity/actor";
import { leadHref } from "~/domain/roadshows/events/roadshow-href";
import { getLead } from "~/domain/roadshows/follow-up/lead-access.server";
import { dropLeadSchema, noteLeadSchema } from "~/domain/roadshows/follow-up/lead-schema";
import { moveLead } from "~/domain/roadshows/follow-up/move-lead.server";
import { noteLead } from "~/domain/roadshows/follow-up/note-lead.server";
import { openLeadRoom } from "~/domain/roadshows/follow-up/open-lead-room.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { afterFormRunner, backAfter } from "./run-after-form.server";

const DONE = { contact: "contacted", reopen: "reopened" } as const;

/** What the page of a lead can post, by intent. */
export async function answerLead(request: Request, leadId: string, actor: UserActor, db: Db) {
  await getLead(db, leadId, actor);
  const fields = await readForm(request);
  const run = afterFormRunner(fields);
  const page = leadHref(leadId);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "openRoom":
      return run(z.object({}), async () => {
        const dealId = await openLeadRoom(leadId, actor, db);
        const isInside = await canEnterDeal(db, dealId, actor, null);
        return isInside
          ? backAfter(dealHref(dealId), "roomOpened")
          : backAfter(page, "roomElsewhere");
      });
    case "contact":
    case "reopen":
      return run(z.object({}), async () => {
        await moveLead({ leadId, move: intent, note: "" }, actor, db);
        return backAfter(page, DONE[intent]);
      });
    case "drop":
      return run(dropLeadSchema, async ({ dropCode, note }) => {
        await moveLead({ leadId, move: "drop", dropCode, note }, actor, db);
        return backAfter(page, "dropped");
      });
    case "note":
      return run(noteLeadSchema, async ({ note }) => {
        await noteLead({ leadId, note }, actor, db);
        return backAfter(page, "noted");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
