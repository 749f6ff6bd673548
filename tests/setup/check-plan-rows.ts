import type { Plan, PlanProblem } from "~/domain/roadshows/timetable/plan-problem";
import type { Db } from "~/platform/db.server";
import { checkPlan } from "./check-plan";

type Span = { from: number; to: number };
type Row = Record<string, unknown>;

/**
 * Every hard rule that the stored entries of a version break, in words. The rows are read by SQL and put in
 * the checker's terms from what the columns mean; none of the code that makes problems is used.
 * @param options on the day items may be later than they were announced
 */
export async function checkPlanRows(
  db: Db,
  planId: string,
  { mayBeLate = false } = {},
): Promise<string[]> {
  const rows = await readRows(db, planId);
  const { rules, minute, absences } = rows;
  const broken: string[] = [];
  const pools = rows.places.map((place) => ({
    id: String(place.id),
    zone: String(place.zone),
    count: Number(place.count),
    open: openOf(place, rules, minute),
    setupMinutes: 0,
  }));
  const people = rows.people.map((person) => ({
    id: String(person.id),
    available: without(
      [{ from: -100_000, to: 100_000 }],
      [
        ...absences(person.unavailable),
        ...rows.projects
          .filter((project) => presenterUser(project) === person.userId)
          .flatMap((project) => absences(project.unavailable)),
      ],
    ),
    meetingsMost: Math.min(Number(person.meetingsMax), Number(rules.meetingsMax)),
  }));
  const activities: PlanProblem["activities"][number][] = [];
  const plan: Plan[number][] = [];
  const orders: [string, string][] = [];
  const add = (
    id: string,
    at: { start: number; pool: string },
    values: {
      minutes: number;
      people: string[];
      from?: string[];
      panel?: string[];
      pools: string[];
    },
  ) => {
    activities.push({
      id,
      minutes: values.minutes,
      people: values.people,
      panel: values.from ? { from: values.from, count: Number(rules.judgesPerPitch) } : null,
      pools: values.pools,
      starts: [at.start],
      worth: 0,
      isRequired: true,
      isMeeting: id.startsWith("meeting "),
      prime: [],
      locked: null,
    });
    plan.push({ activity: id, ...at, panel: values.panel ?? [] });
  };
  const idOfUser = new Map(rows.people.map((person) => [person.userId, String(person.id)]));
  const halls = rows.places.filter(({ kind }) => kind !== "TABLES");
  for (const entry of rows.entries) {
    const own = rows.seats.filter(({ entryId }) => entryId === entry.id);
    const inRole = (role: string) =>
      own.filter((seat) => seat.role === role).map((seat) => String(seat.participantId));
    const place = rows.places.find(({ id }) => id === entry.placeId);
    const [start, end] = [minute(entry.startsAt), minute(entry.endsAt)];
    const at = { start, pool: String(entry.placeId) };
    const name = `${String(entry.kind).toLowerCase()} ${entry.projectId ?? entry.meetingId ?? entry.itemId}`;
    const said = (expected: number) => {
      if (end - start !== expected) broken.push(`${end - start} minutes, not ${expected}: ${name}`);
    };
    const same = (found: string[], expected: string[]) => {
      if ([...found].sort().join() !== [...expected].sort().join())
        broken.push(`people of ${name}`);
    };
    // Time to set up takes the place as a use of its own does, as long as it is open.
    const rest = (setup: number) => {
      const open = pools
        .find(({ id }) => id === at.pool)
        ?.open.find(({ from, to }) => from <= start && end <= to);
      const minutes = Math.min(setup, (open?.to ?? end) - end);
      if (minutes <= 0) return;
      const values = { minutes, people: [], pools: [at.pool] };
      add(`time to set up after ${name}`, { ...at, start: end }, values);
    };
    if (entry.kind === "PITCH") {
      const project = rows.projects.find(({ id }) => id === entry.projectId);
      if (!project) {
        broken.push(`not on the programme: ${name}`);
        continue;
      }
      const minutes = Number(rules.talkMinutes) + Number(rules.questionMinutes);
      const presenter = idOfUser.get(presenterUser(project));
      const able = rows.judges
        .filter(
          ({ userId }) =>
            !rows.recusals.some((one) => one.userId === userId && one.projectId === project.id),
        )
        .flatMap(({ userId }) => idOfUser.get(userId) ?? [])
        .filter((id) => id !== presenter);
      said(minutes);
      same(inRole("PRESENTER"), presenter ? [presenter] : []);
      add(name, at, {
        minutes,
        people: presenter ? [presenter] : [],
        from: able,
        panel: inRole("JUDGE"),
        pools: halls.filter((hall) => suits(hall, project, rules)).map(({ id }) => String(id)),
      });
      rest(Number(place?.setupMinutes) + Number(rules.gapMinutes));
    } else if (entry.kind === "MEETING") {
      const meeting = rows.meetings.find(({ id }) => id === entry.meetingId);
      if (!meeting) {
        broken.push(`not agreed: ${name}`);
        continue;
      }
      const parties = [String(meeting.fromId), String(meeting.toId)];
      said(Number(rules.meetingMinutes));
      same(inRole("PARTY"), parties);
      const tables = rows.places
        .filter(({ kind }) => kind === "TABLES")
        .map(({ id }) => String(id));
      add(name, at, { minutes: Number(rules.meetingMinutes), people: parties, pools: tables });
      rest(Number(place?.setupMinutes));
    } else {
      const item = rows.items.find(({ id }) => id === entry.itemId);
      said(Number(item?.minutes));
      const fixed = item?.placeId
        ? [String(item.placeId)]
        : rows.places.map(({ id }) => String(id));
      add(name, at, { minutes: end - start, people: inRole("PARTY"), pools: fixed });
      const wanted = item?.startsAt ? minute(item.startsAt) : start;
      const isLate = mayBeLate && start > wanted;
      if (start !== wanted && !isLate) broken.push(`not at its time: ${name}`);
      for (const other of rows.entries) {
        const pitch = `pitch ${other.projectId}`;
        if (other.kind !== "PITCH" || dayOf(minute(other.startsAt)) !== dayOf(start)) continue;
        if (item?.position === "FIRST") orders.push([name, pitch]);
        if (item?.position === "LAST") orders.push([pitch, name]);
      }
    }
  }
  for (const { id } of rows.projects) {
    if (!rows.entries.some(({ projectId }) => projectId === id))
      broken.push(`missing: pitch ${id}`);
  }
  for (const { id } of rows.items) {
    if (!rows.entries.some(({ itemId }) => itemId === id)) broken.push(`missing: item ${id}`);
  }
  const walkMinutes = Number(rules.walkMinutes);
  const problem = { pools, people, activities, orders, walkMinutes, fairShare: [] };
  return [...broken, ...checkPlan(problem, plan)];
}

const dayOf = (minute: number) => Math.floor(minute / 1440);
const presenterUser = (project: Row) => project.presenterUserId ?? project.createdById;

async function readRows(db: Db, planId: string) {
  const ask = (sql: string) => db.$queryRawUnsafe<Row[]>(sql, planId);
  const ofEvent = `"roadshowId" = (SELECT "roadshowId" FROM "RoadshowPlan" WHERE id = $1::uuid)`;
  const [event] = await ask(
    `SELECT rules, "startsOn"::text AS day FROM "Roadshow" WHERE id = (SELECT "roadshowId" FROM "RoadshowPlan" WHERE id = $1::uuid)`,
  );
  if (!event) throw new Error("the version has no event");
  const origin = Date.parse(`${String(event.day).slice(0, 10)}T00:00:00+08:00`);
  const minute = (at: unknown) => (new Date(at as string).getTime() - origin) / 60_000;
  const absences = (stored: unknown): Span[] =>
    (stored as { from: string; to: string }[]).map(({ from, to }) => ({
      from: minute(from),
      to: minute(to),
    }));
  return {
    rules: event.rules as Row,
    minute,
    absences,
    entries: await ask(`SELECT * FROM "RoadshowEntry" WHERE "planId" = $1::uuid`),
    seats: await ask(`SELECT * FROM "RoadshowEntryPerson" WHERE "planId" = $1::uuid`),
    places: await ask(`SELECT * FROM "RoadshowPlace" WHERE ${ofEvent}`),
    items: await ask(`SELECT * FROM "RoadshowItem" WHERE ${ofEvent}`),
    people: await ask(
      `SELECT * FROM "RoadshowParticipant" WHERE state = 'REGISTERED' AND ${ofEvent}`,
    ),
    projects: await ask(
      `SELECT * FROM "RoadshowProject" WHERE state IN ('CONFIRMED', 'MATERIALS_OK') AND ${ofEvent}`,
    ),
    meetings: await ask(
      `SELECT * FROM "RoadshowMeeting" meeting WHERE state = 'ACCEPTED' AND ${ofEvent} AND NOT EXISTS (
         SELECT 1 FROM "RoadshowWish" wish WHERE wish.level = 'NO'
           AND ((wish."fromId" = meeting."fromId" AND wish."toId" = meeting."toId")
             OR (wish."fromId" = meeting."toId" AND wish."toId" = meeting."fromId")))`,
    ),
    judges: await ask(
      `SELECT "userId" FROM "RoadshowMember" WHERE role = 'JUDGE' AND state = 'ACCEPTED' AND ${ofEvent}`,
    ),
    recusals: await ask(
      `SELECT member."userId", recusal."projectId" FROM "RoadshowRecusal" recusal
       JOIN "RoadshowMember" member ON member.id = recusal."memberId"
       WHERE member."roadshowId" = (SELECT "roadshowId" FROM "RoadshowPlan" WHERE id = $1::uuid)`,
    ),
  };
}

/** Openings until the place was closed, without the daily rest of an event of a few days. */
function openOf(place: Row, rules: Row, minute: (at: unknown) => number): Span[] {
  const spans = (place.openings as { from: string; to: string }[]).map(({ from, to }) => ({
    from: minute(from),
    to: minute(to),
  }));
  const cuts: Span[] = place.closedFrom ? [{ from: minute(place.closedFrom), to: 100_000 }] : [];
  const lunch = rules.lunch as { from: string; to: string } | null;
  if (lunch) {
    const wall = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    for (let day = 0; day < 10; day += 1) {
      cuts.push({ from: day * 1440 + wall(lunch.from), to: day * 1440 + wall(lunch.to) });
    }
  }
  return without(spans, cuts);
}

/** The minutes of spans that no cut touches. */
function without(spans: Span[], cuts: Span[]): Span[] {
  let left = spans;
  for (const cut of cuts) {
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, cut.from) },
        { from: Math.max(from, cut.to), to },
      ].filter((span) => span.from < span.to),
    );
  }
  return left;
}

/** An event on site with presenters on site. */
function suits(hall: Row, project: Row, rules: Row): boolean {
  const listed = (stored: unknown) => (stored ?? []) as string[];
  const languages = listed(hall.languages);
  const people = 1 + Number(project.companions) + Number(rules.judgesPerPitch);
  return (
    hall.kind === "HALL" &&
    listed(project.equipment).every((one) => listed(hall.equipment).includes(one)) &&
    (languages.length === 0 || languages.includes(String(project.language))) &&
    (Number(hall.capacity) === 0 || Number(hall.capacity) >= people)
  );
}
