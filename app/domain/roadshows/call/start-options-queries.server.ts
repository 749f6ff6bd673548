import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { getEventOfCall } from "./event-of-call.server";

const MAX_CHOICES = 200;

/**
 * What the beginning of a project chooses from: own organisations, their published achievements and needs.
 * @param named number or id of the event
 * @throws DomainError "not_found" (404)
 */
export async function getStartOptions(db: DbOrTx, named: string, actor: UserActor) {
  const event = await getEventOfCall(db, named);
  const organisations = actor.memberships
    .filter(({ organisationId }) => can(actor, "roadshow.pitch", { organisationId }))
    .map((one) => ({ value: one.organisationId, label: one.organisationName }));
  const where = {
    organisationId: { in: organisations.map((one) => one.value) },
    state: "PUBLISHED",
  };
  const listing = {
    where,
    orderBy: [{ publishedAt: "desc" as const }, { id: "desc" as const }],
    take: MAX_CHOICES,
    select: { id: true, title: true },
  };
  const [achievements, needs] = await Promise.all([
    db.achievement.findMany(listing),
    db.need.findMany(listing),
  ]);
  const option = (one: { id: string; title: string }) => ({ value: one.id, label: one.title });
  const rules = readRules(event.rules);
  return {
    event: {
      number: event.number,
      title: event.title,
      callDueAt: event.callDueAt?.toISOString() ?? null,
      isOpen: event.state === "CALL_OPEN" && (!event.callDueAt || clock.now() < event.callDueAt),
      projectsPerOrganisation: rules.projectsPerOrganisation,
    },
    organisations,
    acting: organisations.some((one) => one.value === actor.organisationId)
      ? (actor.organisationId ?? "")
      : (organisations[0]?.value ?? ""),
    achievements: achievements.map(option),
    needs: needs.map(option),
  };
}
