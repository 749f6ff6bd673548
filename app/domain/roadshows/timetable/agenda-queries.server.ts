import { assertFound } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import type { AgendaEntry, EntryRole, PersonalAgenda, PublishedPlan } from "./agenda-view";
import { entryOrder, entrySelect, viewEntry } from "./entry-rows.server";

/** The timetable that everybody sees now, or null before the first publication. */
export async function findPublishedPlan(
  db: DbOrTx,
  roadshowId: string,
): Promise<PublishedPlan | null> {
  const plan = await db.roadshowPlan.findFirst({
    where: { roadshowId, state: { in: ["PROVISIONAL", "FINAL"] } },
    select: {
      id: true,
      version: true,
      state: true,
      sequence: true,
      publishedAt: true,
      entries: { select: entrySelect, orderBy: entryOrder },
    },
  });
  if (!plan || plan.sequence === null || plan.publishedAt === null) return null;
  return {
    id: plan.id,
    version: plan.version,
    state: plan.state === "FINAL" ? "FINAL" : "PROVISIONAL",
    sequence: plan.sequence,
    publishedAt: plan.publishedAt,
    entries: plan.entries.map(viewEntry),
  };
}

/**
 * The agenda of one participant. Who may read it is asked of the caller.
 * @throws DomainError "not_found" (404)
 */
export async function findAgendaOf(db: DbOrTx, participantId: string): Promise<PersonalAgenda> {
  const person = assertFound(
    await db.roadshowParticipant.findUnique({
      where: { id: participantId },
      select: {
        id: true,
        name: true,
        roadshow: {
          select: {
            id: true,
            number: true,
            title: true,
            state: true,
            venue: true,
            plan: { select: { id: true, version: true, state: true } },
          },
        },
      },
    }),
  );
  const { plan, ...roadshow } = person.roadshow;
  const found = plan && {
    id: plan.id,
    version: plan.version,
    state: plan.state === "FINAL" ? ("FINAL" as const) : ("PROVISIONAL" as const),
  };
  return {
    participantId: person.id,
    participantName: person.name,
    roadshow,
    plan: found,
    entries: found ? await entriesOf(db, found.id, participantId) : [],
  };
}

/** A person's entries in one version, in order, without what was called off since. */
export async function entriesOf(
  db: DbOrTx,
  planId: string,
  participantId: string,
): Promise<(AgendaEntry & { role: EntryRole })[]> {
  const rows = await db.roadshowEntry.findMany({
    where: { planId, people: { some: { participantId } } },
    orderBy: entryOrder,
    select: entrySelect,
  });
  return rows.flatMap((row) => {
    const entry = viewEntry(row);
    if (entry.isOff) return [];
    const own = entry.people.find((one) => one.participantId === participantId);
    return [{ ...entry, role: own?.role ?? "PARTY" }];
  });
}
