import type { UserActor } from "~/domain/identity/actor";
import { defaultRules } from "~/domain/roadshows/events/default-rules.server";
import type { StaffRole } from "~/domain/roadshows/events/roadshow-access.server";
import type { RoadshowState } from "~/domain/roadshows/events/roadshow-procedure";
import type { RoadshowRules } from "~/domain/roadshows/events/roadshow-rules-schema";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeTrader, type Trader } from "./challenges";
import { actorOf, makeOfficer, makeUser } from "./people";

const DAY_MS = 86_400_000;

export const dayIn = (days: number) =>
  calendarDate(new Date(clock.now().getTime() + days * DAY_MS));

/** Wall-clock time in the market's zone on a calendar date. */
export const at = (date: string, time: string) => new Date(`${date}T${time}:00+08:00`);

const firstDayOf: Partial<Record<RoadshowState, number>> = {
  LIVE: 0,
  MATCHING: 0,
  REPORTED: -2,
  FOLLOW_UP: -40,
  CLOSED: -300,
};
const UNSENT = ["DRAFT", "VETTING"];

export type RoadshowOptions = {
  organiser?: Trader;
  office?: UserActor;
  title?: string;
  /** Calendar date of the first day; by default what fits the state. */
  startsOn?: string;
  days?: number;
  rules?: Partial<RoadshowRules>;
  tables?: number;
  maxAudience?: number | null;
  fieldCodes?: string[];
  regionCode?: string;
  seriesId?: string;
};

export type TestRoadshow = {
  id: string;
  number: number;
  title: string;
  organiser: Trader;
  /** Market operator of the province. */
  office: UserActor;
  startsOn: string;
  endsOn: string;
  rules: RoadshowRules;
  /** Two halls and one room of tables, open 09:00–18:00 on every day. */
  halls: [string, string];
  tables: string;
};

/** An event with places in any state, inserted directly. Projects, people and plans come from their own factories. */
export async function roadshowAt(
  t: { db: Db },
  state: RoadshowState,
  options: RoadshowOptions = {},
): Promise<TestRoadshow> {
  const { db } = t;
  const organiser = options.organiser ?? (await makeTrader(db));
  const office = options.office ?? (await makeOfficer(db, "MARKET_OPERATOR", "370000"));
  const startsOn = options.startsOn ?? dayIn(firstDayOf[state] ?? 30);
  const firstMs = at(startsOn, "00:00").getTime();
  const days = Array.from({ length: options.days ?? 1 }, (_, index) =>
    calendarDate(new Date(firstMs + index * DAY_MS)),
  );
  const endsOn = days.at(-1) ?? startsOn;
  const rules = { ...(await defaultRules(db, clock.now())), ...options.rules };
  const before = (count: number) => new Date(firstMs - count * DAY_MS);
  const id = newId();
  const now = clock.now();
  const title = options.title ?? "新材料专场路演";
  const { number } = await db.roadshow.create({
    data: {
      id,
      state,
      organisationId: organiser.id,
      createdById: organiser.actor.userId,
      seriesId: options.seriesId ?? null,
      title,
      intro: "面向企业与投资机构的新材料成果路演。",
      fieldCodes: options.fieldCodes ?? ["4"],
      regionCode: options.regionCode ?? "370102",
      format: "ONSITE",
      venue: "山东科技大市场",
      address: "济南市历下区虞舜街10号",
      directions: "二层西侧电梯。",
      contact: "路演办公室 0531-80000000",
      startsOn: dateColumn(startsOn),
      endsOn: dateColumn(endsOn),
      callDueAt: before(20),
      confirmDueAt: before(14),
      materialsDueAt: before(7),
      audienceDueAt: before(2),
      maxAudience: options.maxAudience ?? null,
      rules,
      createdAt: now,
      ...(UNSENT.includes(state) ? {} : { approvedAt: now }),
      ...(state === "REPORTED" ? { reportedAt: now } : {}),
    },
    select: { number: true },
  });
  const openings = days.map((day) => ({
    from: at(day, "09:00").toISOString(),
    to: at(day, "18:00").toISOString(),
  }));
  const place = async (kind: string, name: string, values: object) => {
    const placeId = newId();
    const zone = kind === "TABLES" ? "B" : "A";
    const data = { id: placeId, roadshowId: id, kind, name, zone, openings, ...values };
    await db.roadshowPlace.create({ data });
    return placeId;
  };
  const hall = { capacity: 100, equipment: ["PROJECTOR", "MICROPHONE"], setupMinutes: 0 };
  const halls: [string, string] = [
    await place("HALL", "1号路演厅", { ...hall, sort: 0 }),
    await place("HALL", "2号路演厅", { ...hall, sort: 1 }),
  ];
  const tables = await place("TABLES", "对接区", {
    count: options.tables ?? 10,
    capacity: 4,
    sort: 2,
  });
  return { id, number, title, organiser, office, startsOn, endsOn, rules, halls, tables };
}

/** A person with an accepted seat; the row only, without a place among the participants. */
export async function seatOf(
  t: { db: Db },
  roadshow: TestRoadshow,
  role: StaffRole,
): Promise<{ memberId: string; actor: UserActor }> {
  const user = await makeUser(t.db, { realNameLevel: 2 });
  const memberId = newId();
  await t.db.roadshowMember.create({
    data: {
      id: memberId,
      roadshowId: roadshow.id,
      userId: user.id,
      role,
      state: "ACCEPTED",
      invitedById: roadshow.organiser.actor.userId,
      answeredAt: clock.now(),
    },
  });
  return { memberId, actor: await actorOf(t.db, user.id) };
}
