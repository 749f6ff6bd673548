import { type AgendaEntry, subjectOf } from "./agenda-view";

export interface PlanChange {
  kind: "NEW" | "MOVED" | "CANCELLED";
  /** As it is now; of a cancelled one as it was. */
  entry: AgendaEntry;
  former: AgendaEntry | null;
}

/** What one public version changes against the former, for each person whom it concerns. */
export function changesByPerson(
  former: readonly AgendaEntry[],
  now: readonly AgendaEntry[],
): Map<string, PlanChange[]> {
  const before = personEntries(former);
  const after = personEntries(now);
  const found = new Map<string, PlanChange[]>();
  for (const person of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(person) ?? new Map<string, AgendaEntry>();
    const own = after.get(person) ?? new Map<string, AgendaEntry>();
    const changes: PlanChange[] = [];
    for (const [subject, entry] of own) {
      const was = old.get(subject);
      if (!was) changes.push({ kind: "NEW", entry, former: null });
      else if (!isSamePlace(was, entry)) changes.push({ kind: "MOVED", entry, former: was });
    }
    for (const [subject, entry] of old) {
      // Who was to meet, or to pitch, was told when it was called off; judges were not.
      if (entry.isOff && roleIn(entry, person) !== "JUDGE") continue;
      if (!own.has(subject)) changes.push({ kind: "CANCELLED", entry, former: entry });
    }
    if (changes.length > 0) found.set(person, changes);
  }
  return found;
}

const roleIn = (entry: AgendaEntry, person: string) =>
  entry.people.find(({ participantId }) => participantId === person)?.role;

const isSamePlace = (a: AgendaEntry, b: AgendaEntry) =>
  a.placeId === b.placeId &&
  a.seat === b.seat &&
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime();

function personEntries(entries: readonly AgendaEntry[]) {
  const found = new Map<string, Map<string, AgendaEntry>>();
  for (const entry of entries) {
    for (const { participantId } of entry.people) {
      const own = found.get(participantId) ?? new Map<string, AgendaEntry>();
      own.set(subjectOf(entry), entry);
      found.set(participantId, own);
    }
  }
  return found;
}

/** Title of an entry for one of its people: of a meeting the other's name. */
export function titleFor(entry: AgendaEntry, participantId: string): string {
  if (entry.kind !== "MEETING") return entry.title;
  const others = entry.people.filter((one) => one.participantId !== participantId);
  return others.map(({ name }) => name).join("、") || entry.title;
}

/** Place with the number of the table, where there are several. */
export const placeText = (entry: Pick<AgendaEntry, "placeName" | "placeKind" | "seat">) =>
  entry.placeKind === "TABLES" ? `${entry.placeName} ${entry.seat}` : entry.placeName;
