import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { itemKey, readKey } from "./activity-key";
import type { EntryKind, EntryRole } from "./agenda-view";
import { assignSeats } from "./assign-seats";
import { type EventRows, presenterOf } from "./event-rows";
import type { FixedRun } from "./fixed-items";
import type { FormerEntry } from "./former-entry";
import type { EventProblem } from "./make-problem";
import type { MinuteScale } from "./minutes-of-event";
import { setupOf } from "./place-pools";
import type { Plan } from "./plan-problem";

interface DraftEntry {
  key: string;
  kind: EntryKind;
  subject: string;
  placeId: string;
  start: number;
  end: number;
  people: { id: string; role: EntryRole }[];
  isLocked: boolean;
}

/**
 * Writes a solved plan as entries with seats and people. What stays as it was is copied from the former
 * version; the database refuses whatever would be in two places at once.
 */
export async function writeEntries(
  tx: Tx,
  planId: string,
  { rows, scale, runs, problem }: EventProblem & { rows: EventRows; scale: MinuteScale },
  plan: Plan,
  { former, kept }: { former: readonly FormerEntry[]; kept: ReadonlySet<string> },
): Promise<void> {
  const before = new Map(former.map((one) => [one.key, one]));
  const minutesOf = new Map(problem.activities.map(({ id, minutes }) => [id, minutes]));
  const runOf = new Map(runs.map((run) => [run.key, run]));
  const drafts = plan.flatMap(({ activity, start, pool, panel }): DraftEntry[] => {
    const old = before.get(activity);
    const end = start + (minutesOf.get(activity) ?? 0);
    const run = runOf.get(activity);
    if (run)
      return runEntries(
        run,
        before,
        problem.activities.find(({ id }) => id === activity)?.people ?? [],
      );
    const { kind, ids } = readKey(activity);
    const subject = ids[0] ?? "";
    const isLocked = old?.isLocked ?? false;
    const base = { key: activity, kind, subject, placeId: pool, start, end, isLocked };
    if (old && kept.has(activity)) return [{ ...base, people: old.people }];
    return [{ ...base, people: peopleOf(kind, subject, panel) }];
  });

  const seats = new Map<string, number>();
  const freeOf = new Map<string, number>();
  for (const place of rows.places) {
    const setup = setupOf(place, rows.rules.gapMinutes);
    const uses = drafts.flatMap(({ key, kind, placeId, start, end }) => {
      if (placeId !== place.id) return [];
      const to = kind === "ITEM" ? end : end + setup;
      freeOf.set(key, to);
      const old = before.get(key);
      return [{ key, from: start, to, wanted: old?.placeId === place.id ? old.seat : null }];
    });
    for (const [key, seat] of assignSeats(uses, place.count)) seats.set(key, seat);
  }

  const entries = drafts.map((draft) => ({ ...draft, id: newId() }));
  await tx.roadshowEntry.createMany({
    data: entries.map(({ id, key, kind, subject, placeId, start, end, isLocked }) => ({
      id,
      planId,
      kind,
      projectId: kind === "PITCH" ? subject : null,
      meetingId: kind === "MEETING" ? subject : null,
      itemId: kind === "ITEM" ? subject : null,
      placeId,
      seat: seats.get(key) ?? 1,
      startsAt: scale.at(start),
      endsAt: scale.at(end),
      freeAt: scale.at(freeOf.get(key) ?? end),
      isLocked,
    })),
  });
  await tx.roadshowEntryPerson.createMany({
    data: entries.flatMap(({ id, start, end, people }) =>
      people.map((person) => ({
        entryId: id,
        participantId: person.id,
        role: person.role,
        planId,
        startsAt: scale.at(start),
        endsAt: scale.at(end),
      })),
    ),
  });

  function peopleOf(kind: EntryKind, subject: string, panel: readonly string[]) {
    if (kind === "PITCH") {
      const project = rows.projects.find(({ id }) => id === subject);
      const presenter = project && presenterOf(project, rows.people);
      return [
        ...(presenter ? [{ id: presenter.id, role: "PRESENTER" as const }] : []),
        ...panel.map((id) => ({ id, role: "JUDGE" as const })),
      ];
    }
    const key = kind === "MEETING" ? `meeting:${subject}` : itemKey(subject);
    const activity = problem.activities.find(({ id }) => id === key);
    return (activity?.people ?? []).map((id) => ({ id, role: "PARTY" as const }));
  }
}

/** The items of a run, each at its own time. */
function runEntries(
  run: FixedRun,
  before: ReadonlyMap<string, FormerEntry>,
  known: readonly string[],
): DraftEntry[] {
  return run.items.map(({ item, start }) => ({
    key: itemKey(item.id),
    kind: "ITEM",
    subject: item.id,
    placeId: run.placeId,
    start,
    end: start + item.minutes,
    people: [...new Set(item.personIds)]
      .filter((id) => known.includes(id))
      .map((id) => ({ id, role: "PARTY" })),
    isLocked: before.get(itemKey(item.id))?.isLocked ?? false,
  }));
}
