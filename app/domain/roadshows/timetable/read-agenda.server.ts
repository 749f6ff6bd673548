import type { Actor, UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { findAgendaOf, findPublishedPlan } from "./agenda-queries.server";
import type { AgendaEntry, PersonalAgenda, PublishedPlan } from "./agenda-view";

export interface PublicAgenda {
  roadshow: { number: number; title: string; state: string };
  plan: PublishedPlan | null;
}

/**
 * The programme that everybody may read: no one-to-one meetings, of confidential sessions neither title
 * nor project, of the people only who presents.
 * @throws DomainError "not_found" (404)
 */
export async function readPublicAgenda(
  number: number,
  actor: Actor | null,
  db: Db,
): Promise<PublicAgenda> {
  const isNumber = Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
  const { roadshow } = await findRoadshowAccess(db, { number: isNumber ? number : 0 }, actor);
  const plan = await findPublishedPlan(db, roadshow.id);
  const { title, state } = roadshow;
  return {
    roadshow: { number: roadshow.number, title, state },
    plan: plan && {
      ...plan,
      entries: plan.entries.filter(({ isPublic, isOff }) => isPublic && !isOff).map(withoutPeople),
    },
  };
}

function withoutPeople(entry: AgendaEntry): AgendaEntry {
  const presenters = entry.people.filter(({ role }) => role === "PRESENTER");
  return {
    ...entry,
    title: entry.isConfidential ? "" : entry.title,
    projectId: entry.isConfidential ? null : entry.projectId,
    people: entry.kind === "PITCH" && !entry.isConfidential ? presenters : [],
  };
}

/**
 * A participant's agenda for the participant and the organiser, with the address of its calendar for the
 * participant alone.
 * @throws DomainError "not_found" (404)
 */
export async function readPersonalAgenda(
  participantId: string,
  actor: UserActor,
  db: Db,
): Promise<{ agenda: PersonalAgenda; feedToken: string | null }> {
  const person = isId(participantId)
    ? await db.roadshowParticipant.findUnique({
        where: { id: participantId },
        select: { userId: true, roadshowId: true, feedToken: true },
      })
    : null;
  if (!person) throw new DomainError("not_found", { status: 404 });
  const isOwn = person.userId === actor.userId;
  if (!isOwn) {
    const { isOrganiser } = await findRoadshowAccess(db, { id: person.roadshowId }, actor);
    if (!isOrganiser) throw new DomainError("not_found", { status: 404 });
  }
  return {
    agenda: await findAgendaOf(db, participantId),
    feedToken: isOwn ? person.feedToken : null,
  };
}
