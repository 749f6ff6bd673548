import { createHash } from "node:crypto";
import type {
  Activity,
  PlacePool,
  PlanPerson,
  PlanProblem,
  Span,
} from "../app/domain/roadshows/timetable/plan-problem";
import { seededRandom } from "../search/match/seeded-random";

export interface InstanceSize {
  name: string;
  seed: number;
  days: number;
  pitches: number;
  halls: number;
  judges: number;
  /** Judges who step back from each pitch. */
  recusals: number;
  /** Fields of the pitches; neighbours of one field earn points. */
  fields: number;
  /** Pairs of pitches of which one has to come first. */
  orders: number;
  people: number;
  wishes: number;
  /** Most meetings of one person. */
  quota: number;
  /** Meeting slots of 20 minutes a day. */
  slots: number;
  tables: number;
  /** Seconds within which the plan has to be there. */
  seconds: number;
  /** Least share of the bound. */
  share: number;
}

const LARGE = {
  days: 2,
  pitches: 40,
  halls: 3,
  judges: 15,
  recusals: 1,
  fields: 5,
  orders: 4,
  people: 120,
  wishes: 600,
  quota: 24,
  slots: 12,
  tables: 30,
  seconds: 20,
  share: 0.99,
};

export const INSTANCES: readonly InstanceSize[] = [
  {
    ...LARGE,
    name: "one afternoon",
    seed: 11,
    days: 1,
    pitches: 12,
    judges: 9,
    fields: 3,
    orders: 2,
    people: 60,
    wishes: 120,
    quota: 12,
    tables: 12,
    seconds: 2,
    share: 1,
  },
  { ...LARGE, name: "two days", seed: 12 },
  {
    ...LARGE,
    name: "a fair",
    seed: 13,
    pitches: 0,
    halls: 0,
    judges: 0,
    fields: 0,
    orders: 0,
    people: 500,
    wishes: 2000,
    slots: 10,
    tables: 100,
    quota: 20,
    seconds: 60,
    share: 0.97,
  },
  { ...LARGE, name: "few tables", seed: 14, tables: 18, quota: 10 },
  { ...LARGE, name: "panels and orders", seed: 15, judges: 10, recusals: 3, orders: 20, fields: 8 },
  { ...LARGE, name: "few halls", seed: 16, halls: 2, judges: 9, recusals: 2, orders: 10 },
  {
    ...LARGE,
    name: "a fair, few tables",
    seed: 17,
    pitches: 0,
    halls: 0,
    judges: 0,
    fields: 0,
    orders: 0,
    people: 500,
    wishes: 2400,
    slots: 10,
    tables: 80,
    quota: 9,
    seconds: 60,
    share: 0.97,
  },
];

const MORNING = 9 * 60;
const DAY = 24 * 60;
const MEETING = 20;
const PITCH = 15;

/** An event with made-up people; the same seed makes the same event. */
export function makeInstance(size: InstanceSize): PlanProblem {
  const random = seededRandom(String(size.seed));
  const pick = (count: number) => Math.floor(random() * count);
  const dayEnd = MORNING + Math.max(size.slots * MEETING, 6 * 60);
  const days = Array.from({ length: size.days }, (_, day) => ({
    from: day * DAY + MORNING,
    to: day * DAY + dayEnd,
  }));
  const halls = Array.from(
    { length: size.halls },
    (_, at): PlacePool => ({
      id: `hall-${at + 1}`,
      zone: `hall-${at + 1}`,
      count: 1,
      open: days,
      setupMinutes: 5,
    }),
  );
  const tables: PlacePool = {
    id: "tables",
    zone: "tables",
    count: size.tables,
    open: days,
    setupMinutes: 0,
  };
  const supply = Math.floor(size.people / 2);
  const absence = (): Span[] =>
    days.flatMap((day) => {
      const draw = random();
      const half = day.from + Math.floor((day.to - day.from) / 40) * 20;
      if (draw < 0.08) return [{ from: day.from, to: half }];
      if (draw < 0.16) return [{ from: half, to: day.to }];
      return [day];
    });
  const people: PlanPerson[] = [
    ...Array.from({ length: size.people }, (_, at) => ({
      id: `person-${at + 1}`,
      available: absence(),
    })),
    ...Array.from({ length: size.judges }, (_, at) => ({ id: `judge-${at + 1}`, available: days })),
  ];
  const hallStarts = days.flatMap((day) => every(day.from, day.to - PITCH, 20));
  const pitches = Array.from({ length: size.pitches }, (_, at): Activity => {
    const judges = Array.from({ length: size.judges }, (_, judge) => `judge-${judge + 1}`);
    // Judges from the presenter's own house do not sit.
    const recused = Array.from({ length: size.recusals }, () => judges[pick(judges.length)]);
    const hallIds = halls.map((hall) => hall.id);
    const small = random() < 0.25 ? pick(hallIds.length) : -1;
    return {
      id: `pitch-${at + 1}`,
      minutes: PITCH,
      people: [`person-${at + 1}`],
      panel: { from: judges.filter((judge) => !recused.includes(judge)), count: 3 },
      pools: hallIds.filter((_, hall) => hall !== small),
      starts: hallStarts,
      worth: 0,
      isRequired: true,
      isMeeting: false,
      prime:
        random() < 0.3 ? days.map((day) => ({ from: day.from, to: day.from + 120, worth: 4 })) : [],
      locked: null,
      group: `field-${pick(size.fields) + 1}`,
    };
  });
  const orders = Array.from(
    { length: size.orders },
    (_, at) => [`pitch-${at + 1}`, `pitch-${at + 2 + pick(3)}`] as const,
  );
  const slots = days.flatMap((day) =>
    every(day.from, day.from + size.slots * MEETING - MEETING, MEETING),
  );
  const seen = new Set<string>();
  const meetings: Activity[] = [];
  while (meetings.length < size.wishes) {
    // Some are wished for far more often than others.
    const from = Math.floor(supply * random() ** 1.6);
    const to = supply + Math.floor((size.people - supply) * random() ** 1.3);
    const key = `${from}-${to}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const draw = random();
    meetings.push({
      id: `meeting-${meetings.length + 1}`,
      minutes: MEETING,
      people: [`person-${from + 1}`, `person-${to + 1}`],
      panel: null,
      pools: ["tables"],
      starts: slots,
      worth: draw < 0.15 ? 20 : draw < 0.5 ? 8 : 4,
      isRequired: false,
      isMeeting: true,
      prime: [],
      locked: null,
    });
  }
  return {
    pools: [...halls, tables],
    people,
    activities: [...pitches, ...meetings],
    orders,
    walkMinutes: size.halls > 0 ? 5 : 0,
    fairShare: [6, 3, 1],
    grouping: { worth: 5, withinMinutes: 10 },
  };
}

/** Tells whether a stored bound is of this very problem. */
export const digestOf = (problem: PlanProblem) =>
  createHash("sha256").update(JSON.stringify(problem)).digest("hex").slice(0, 16);

const every = (from: number, to: number, step: number) =>
  Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, at) => from + at * step,
  );
