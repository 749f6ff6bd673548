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
  return problem.activities.flatMap((activity) => {
    if (placed.has(activity.id)) return [];
    const { isRequired } = activity;
    return [{ ...names.activity(activity.id), isRequired, reason: reasonOf(activity, problem) }];
  });
}

function reasonOf(activity: Activity, problem: PlanProblem): MissReason {
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
  return "FULL";
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
