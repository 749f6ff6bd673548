import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { EntryKind } from "./agenda-view";
import type { BoardEntry, BoardPerson } from "./board-view";
import { type DraftTarget, editDraft } from "./edit-draft.server";
import { panelOf, presenterOf } from "./event-rows";
import { putEntry } from "./put-entry.server";
import { type ReadBoard, readBoard } from "./read-board.server";
import { wallTime } from "./wall-time";

export interface PlaceActivityInput extends DraftTarget {
  kind: EntryKind;
  /** Project, meeting or item. */
  subject: string;
  placeId: string;
  startsAt: Date;
}

/**
 * Gives a place in a draft to something that has none; a pitch gets judges who are free then.
 * @throws DomainError "not_found" (404), "entry_conflict" with the names, "plan_changed"
 */
export async function placeActivity(
  input: PlaceActivityInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, planId, kind, subject, placeId, startsAt } = input;
  await editDraft(input, actor, db, async (tx) => {
    const read = await readBoard(tx, roadshowId, planId);
    const found = read.unplaced.find((one) => one.kind === kind && one.subject === subject);
    if (!found) throw new DomainError("not_found", { status: 404 });
    const start = read.scale.minuteOf(startsAt);
    const entry: BoardEntry = {
      id: newId(),
      kind,
      subject,
      title: found.title,
      isConfidential: false,
      placeId,
      seat: 1,
      start,
      end: start + found.minutes,
      isLocked: false,
      people: peopleFor(read, kind, subject, { from: start, to: start + found.minutes }),
      recused: [],
      gone: [],
      isOff: false,
      hasBegun: false,
      position: "ANY",
      misfits: {},
    };
    if (start < 0) throw new DomainError("entry_before_event", { field: "date" });
    await insert(tx, planId, read, entry);
    const place = await putEntry(tx, read, entry);
    return { action: "place", what: `${found.title} → ${place} ${wallTime(startsAt)}` };
  });
}

/** First without people and outside of everybody's time, so that the checks come before the database's. */
async function insert(tx: Tx, planId: string, read: ReadBoard, entry: BoardEntry): Promise<void> {
  const { id, kind, subject } = entry;
  const place = read.board.places.find((one) => one.id === entry.placeId);
  if (!place) throw new DomainError("not_found", { field: "placeId", status: 404 });
  const aside = read.board.entries.reduce((most, { end }) => Math.max(most, end), entry.end);
  const from = aside + place.setup + 1;
  await tx.roadshowEntry.create({
    data: {
      id,
      planId,
      kind,
      projectId: kind === "PITCH" ? subject : null,
      meetingId: kind === "MEETING" ? subject : null,
      itemId: kind === "ITEM" ? subject : null,
      placeId: place.id,
      startsAt: read.scale.at(from),
      endsAt: read.scale.at(from + 1),
      freeAt: read.scale.at(from + 1),
      people: {
        create: entry.people.map((person) => ({
          participantId: person.id,
          role: person.role,
          planId,
          startsAt: read.scale.at(from),
          endsAt: read.scale.at(from + 1),
        })),
      },
    },
  });
}

function peopleFor(
  { rows, board }: ReadBoard,
  kind: EntryKind,
  subject: string,
  span: { from: number; to: number },
): BoardPerson[] {
  const named = (id: string, role: BoardPerson["role"]): BoardPerson[] => {
    const person = rows.people.find((one) => one.id === id);
    return person ? [{ id, name: person.name, role }] : [];
  };
  if (kind === "MEETING") {
    const meeting = rows.meetings.find(({ id }) => id === subject);
    return meeting ? [meeting.fromId, meeting.toId].flatMap((id) => named(id, "PARTY")) : [];
  }
  if (kind === "ITEM") {
    const item = rows.items.find(({ id }) => id === subject);
    return [...new Set(item?.personIds)].flatMap((id) => named(id, "PARTY"));
  }
  const project = rows.projects.find(({ id }) => id === subject);
  const presenter = project && presenterOf(project, rows.people);
  const isBusy = (id: string) =>
    board.entries.some(
      (other) =>
        other.start < span.to &&
        span.from < other.end &&
        other.people.some((person) => person.id === id),
    ) || (board.absent[id] ?? []).some((one) => one.from < span.to && span.from < one.to);
  const judges = panelOf(rows, subject)
    .filter(({ id }) => id !== presenter?.id && !isBusy(id))
    .slice(0, rows.rules.judgesPerPitch);
  return [
    ...(presenter ? named(presenter.id, "PRESENTER") : []),
    ...judges.flatMap(({ id }) => named(id, "JUDGE")),
  ];
}
