import type { Actor, UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { type LeadRow, leadConduct, leadSelect } from "./lead-conduct.server";

/**
 * A lead for who handles it: people who publish for the project's organisation, and its owner.
 * @throws DomainError "not_found" (404) for everybody else, the event's organiser included
 */
export async function getLead(db: DbOrTx, leadId: string, actor: Actor): Promise<LeadRow> {
  const row = isId(leadId)
    ? await db.roadshowLead.findUnique({ where: { id: leadId }, select: leadSelect })
    : null;
  if (!row || leadConduct.relations(actor, row).size === 0) {
    throw new DomainError("not_found", { status: 404 });
  }
  return row;
}

/** Leads that a person sees: of the organisations that one publishes for, and one's own. */
export function leadsOf(actor: UserActor) {
  const all = actor.memberships.map((one) => one.organisationId);
  const handled = all.filter((organisationId) => can(actor, "lead.handle", { organisationId }));
  return {
    OR: [
      { organisationId: { in: handled } },
      { ownerId: actor.userId, organisationId: { in: all } },
    ],
  };
}
