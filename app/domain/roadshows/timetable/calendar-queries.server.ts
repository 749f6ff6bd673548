import type { Prisma } from "#prisma/client/client";
import { assertFound } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { type ParticipantMove, participantProcedure } from "../people/participant-procedure";
import { type AgendaEntry, subjectOf } from "./agenda-view";
import { calendarKeys } from "./calendar-keys.server";
import type { CalendarSource } from "./calendar-rules";
import { entryOrder, entrySelect, viewEntry } from "./entry-rows.server";

/** Length of the tokens that are made; anything far from it is not looked for. */
const TOKEN = /^[\w-]{16,128}$/;

/**
 * What the public calendar of an event is written from.
 * @throws DomainError "not_found" (404)
 */
export async function findPublicCalendar(db: DbOrTx, number: number): Promise<CalendarSource> {
  const isNumber = Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
  const { roadshow } = await findRoadshowAccess(db, { number: isNumber ? number : 0 }, null);
  return readSource(db, roadshow.id, { kind: { in: ["PITCH", "ITEM"] } });
}

/**
 * What a participant's own calendar is written from; the token in its address is the key.
 * @throws DomainError "not_found" (404)
 */
export async function findPersonalCalendar(db: DbOrTx, token: string) {
  const person = TOKEN.test(token)
    ? await db.roadshowParticipant.findUnique({
        where: { feedToken: token },
        select: { id: true, roadshowId: true, state: true, locale: true },
      })
    : null;
  const { id, roadshowId, state, locale } = assertFound(person);
  const own = { people: { some: { participantId: id } } };
  const turned = await db.procedureMove.aggregate({
    where: {
      procedure: participantProcedure.name,
      subjectId: id,
      move: { in: ["cancel", "strike", "return"] satisfies ParticipantMove[] },
    },
    _count: true,
    _max: { at: true },
  });
  return {
    source: await readSource(db, roadshowId, own),
    participant: { id, state, turns: turned._count, turnedAt: turned._max.at },
    locale: locale.startsWith("zh") ? ("zh-CN" as const) : ("en" as const),
  };
}

async function readSource(
  db: DbOrTx,
  roadshowId: string,
  which: Prisma.RoadshowEntryWhereInput,
): Promise<CalendarSource> {
  const row = assertFound(
    await db.roadshow.findUnique({
      where: { id: roadshowId },
      include: {
        plan: { select: { id: true, state: true } },
        places: { where: { url: { not: "" } }, select: { id: true, url: true } },
      },
    }),
  );
  const { startsOn, endsOn, plan, places } = row;
  const dayOf = (day: Date | null) => assertFound(day).toISOString().slice(0, 10);
  const rows = await db.roadshowEntry.findMany({
    where: { ...which, plan: { roadshowId, sequence: { not: null } } },
    orderBy: [{ plan: { sequence: "desc" } }, ...entryOrder],
    select: { ...entrySelect, planId: true },
  });
  const present = rows.filter(({ planId }) => planId === plan?.id).map(viewEntry);
  const entries = present.filter(({ isOff }) => !isOff);
  // As each was in the last version that had it.
  const seen = new Set(entries.map(subjectOf));
  const gone: AgendaEntry[] = [];
  const former = rows.filter(({ planId }) => planId !== plan?.id).map(viewEntry);
  for (const entry of [...present, ...former]) {
    if (seen.has(subjectOf(entry))) continue;
    seen.add(subjectOf(entry));
    gone.push(entry);
  }
  return {
    roadshow: { ...row, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) },
    isProvisional: plan?.state === "PROVISIONAL",
    entries,
    gone,
    keys: calendarKeys([...entries, ...gone].map(subjectOf)),
    roomUrls: new Map(places.map((one) => [one.id, one.url])),
  };
}
