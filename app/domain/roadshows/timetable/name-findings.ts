import { readKey } from "./activity-key";
import type { EventRows } from "./event-rows";
import type { ClashSentence, FoundActivity, MissReason, PlanFindings } from "./findings-view";
import type { MinuteScale } from "./minutes-of-event";
import type { Activity, Clash, Plan, PlanProblem } from "./plan-problem";

type Naming = { rows: EventRows; scale: MinuteScale; problem: PlanProblem };

/** Activities of a problem by the names that people gave them. */
export function namesOf(rows: EventRows) {
  const people = new Map(rows.people.map(({ id, name }) => [id, name]));
  const projects = new Map(rows.projects.map(({ id, title }) => [id, title]));
  const items = new Map(rows.items.map(({ id, title }) => [id, title]));
  const places = new Map(rows.places.map(({ id, name }) => [id, name]));
  const meetings = new Map(
    rows.meetings.map(({ id, fromId, toId }) => [
      id,
      `${people.get(fromId) ?? ""} – ${people.get(toId) ?? ""}`,
    ]),
  );
  const titles = { PITCH: projects, MEETING: meetings, ITEM: items };
  return {
    activity(key: string): FoundActivity {
      const { kind, ids } = readKey(key);
      const title = ids.map((id) => titles[kind].get(id) ?? "").join(" + ");
      return { kind, subject: ids[0] ?? "", title };
    },
    person(id: string): string {
      const project = id.startsWith("presenter:") ? projects.get(id.slice(10)) : undefined;
      return project ?? people.get(id) ?? "";
    },
    place: (id: string) => places.get(id) ?? "",
  };
}

/** What of the problem has no place in a plan, and why as far as one look tells. */
export function missingOf({ rows, problem }: Naming, plan: Plan): PlanFindings["missing"] {
  const names = namesOf(rows);
  const placed = new Set(plan.map(({ activity }) => activity));
  const met = new Map<string, number>();
  for (const { id, isMeeting, people } of problem.activities) {
    if (!isMeeting || !placed.has(id)) continue;
    for (const person of people) met.set(person, (met.get(person) ?? 0) + 1);
  }
  return problem.activities.flatMap((activity) => {
    if (placed.has(activity.id)) return [];
    const { isRequired } = activity;
    const reason = reasonOf(activity, problem, met);
    return [{ ...names.activity(activity.id), isRequired, reason }];
  });
}

function reasonOf(
  activity: Activity,
  problem: PlanProblem,
  met: ReadonlyMap<string, number>,
): MissReason {
  if (activity.pools.length === 0) return "NO_PLACE";
  if (activity.panel && activity.panel.from.length < activity.panel.count) return "NO_PANEL";
  if (activity.starts.length === 0) return "NO_TIME";
  const people = problem.people.filter(({ id }) => activity.people.includes(id));
  const fits = activity.starts.some((from) => {
    const to = from + activity.minutes;
    return people.every(({ available }) =>
      available.some((span) => span.from <= from && to <= span.to),
    );
  });
  if (!fits) return activity.isMeeting ? "NO_COMMON_TIME" : "NO_TIME";
  const isFull = people.some(
    ({ id, meetingsMost = Number.POSITIVE_INFINITY }) => (met.get(id) ?? 0) >= meetingsMost,
  );
  return activity.isMeeting && isFull ? "QUOTA" : "FULL";
}

/** What of the former plan is elsewhere or gone. */
export function movedOf(
  { rows, scale }: Pick<Naming, "rows" | "scale">,
  former: Plan,
  plan: Plan,
): PlanFindings["moved"] {
  const names = namesOf(rows);
  const now = new Map(plan.map((one) => [one.activity, one]));
  const at = ({ pool, start }: { pool: string; start: number }) => ({
    placeName: names.place(pool),
    startsAt: scale.at(start).toISOString(),
  });
  return former.flatMap((one) => {
    const then = now.get(one.activity);
    if (then?.start === one.start && then.pool === one.pool) return [];
    return [{ ...names.activity(one.activity), from: at(one), to: then ? at(then) : null }];
  });
}

/** Where pitches stay as they were but for who judges them. What is kept has no panel in the problem. */
export function judgesOf(
  { rows, problem }: Pick<Naming, "rows" | "problem">,
  former: Plan,
  plan: Plan,
): PlanFindings["judges"] {
  const names = namesOf(rows);
  const now = new Map(plan.map((one) => [one.activity, one]));
  const withPanel = new Set(problem.activities.flatMap(({ id, panel }) => (panel ? [id] : [])));
  const namesOfNot = (people: readonly string[], others: readonly string[]) =>
    people.filter((one) => !others.includes(one)).map(names.person);
  return former.flatMap(({ activity, start, pool, panel }) => {
    const then = now.get(activity);
    if (then?.start !== start || then.pool !== pool || !withPanel.has(activity)) return [];
    const left = namesOfNot(panel, then.panel);
    const joined = namesOfNot(then.panel, panel);
    if (left.length + joined.length === 0) return [];
    return [{ ...names.activity(activity), left, joined }];
  });
}

/** The facts of a clash in names and instants. */
export function clashSentences({ rows, scale }: Naming, clash: Clash): ClashSentence[] {
  const names = namesOf(rows);
  const title = (key: string) => names.activity(key).title;
  const instants = ({ from, to }: { from: number; to: number }) => ({
    from: scale.at(from).toISOString(),
    to: scale.at(to).toISOString(),
  });
  return clash.facts.map((fact): ClashSentence => {
    switch (fact.kind) {
      case "PRESENCE":
        return { kind: fact.kind, person: names.person(fact.person), ...instants(fact.span) };
      case "PLACE": {
        const span = fact.span ? instants(fact.span) : {};
        return { kind: fact.kind, place: names.place(fact.pool), ...span };
      }
      case "ORDER":
        return { kind: fact.kind, first: title(fact.first), second: title(fact.second) };
      default:
        return { kind: fact.kind, activity: title(fact.activity) };
    }
  });
}
