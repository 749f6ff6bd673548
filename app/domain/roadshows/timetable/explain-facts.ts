import type { Activity, ClashFact, PlacePool, PlanPerson, PlanProblem, Span } from "./plan-problem";

/** Everything stated about what is required or locked that could be taken back. */
export function factsOf(problem: PlanProblem): ClashFact[] {
  const activities = problem.activities.filter(isBound);
  const horizon = horizonOf(activities);
  const ids = new Set(activities.map(({ id }) => id));
  const facts: ClashFact[] = [];
  for (const { id, isRequired, locked, panel } of activities) {
    if (locked) facts.push({ kind: "LOCK", activity: id });
    if (isRequired) facts.push({ kind: "REQUIRED", activity: id });
    if (panel) facts.push({ kind: "PANEL", activity: id });
  }
  for (const [first, second] of problem.orders) {
    if (ids.has(first) && ids.has(second)) facts.push({ kind: "ORDER", first, second });
  }
  const people = new Set(activities.flatMap((one) => [...one.people, ...(one.panel?.from ?? [])]));
  for (const { id, available } of problem.people) {
    if (!people.has(id)) continue;
    for (const span of gapsIn(available, horizon)) {
      facts.push({ kind: "PRESENCE", person: id, span });
    }
  }
  const pools = new Set(activities.flatMap((one) => placesOf(one)));
  for (const { id, open } of problem.pools) {
    if (!pools.has(id)) continue;
    facts.push({ kind: "PLACE", pool: id });
    for (const span of gapsIn(open, horizon)) facts.push({ kind: "PLACE", pool: id, span });
  }
  return facts;
}

/**
 * The problem of what is required and locked alone, as if only these facts held. Who cannot be in two
 * places at once, how long things and walks take and where something may take place always holds.
 */
export function problemWith(problem: PlanProblem, facts: readonly ClashFact[]): PlanProblem {
  const held = new Set(facts.map(keyOf));
  const has = (fact: ClashFact) => held.has(keyOf(fact));
  const everything = problem.activities.filter(isBound);
  const horizon = horizonOf(everything);
  const activities = everything.flatMap((one): Activity[] => {
    const isLocked = one.locked !== null && has({ kind: "LOCK", activity: one.id });
    const isRequired = one.isRequired && has({ kind: "REQUIRED", activity: one.id });
    if (!isLocked && (!isRequired || (one.locked && one.starts.length === 0))) return [];
    return [
      {
        ...one,
        isRequired: true,
        locked: isLocked ? one.locked : null,
        panel: has({ kind: "PANEL", activity: one.id }) ? one.panel : null,
        worth: 0,
        prime: [],
        isMeeting: false,
        group: null,
      },
    ];
  });
  const ids = new Set(activities.map(({ id }) => id));
  const people = problem.people.map((one): PlanPerson => {
    const absent = gapsIn(one.available, horizon).filter(
      (span) => !has({ kind: "PRESENCE", person: one.id, span }),
    );
    return { id: one.id, available: joined([...one.available, ...absent]) };
  });
  const pools = problem.pools.map((one): PlacePool => {
    const closed = gapsIn(one.open, horizon).filter(
      (span) => !has({ kind: "PLACE", pool: one.id, span }),
    );
    const isScarce = has({ kind: "PLACE", pool: one.id });
    const count = isScarce ? one.count : Math.max(one.count, activities.length);
    return { ...one, count, open: joined([...one.open, ...closed]) };
  });
  const orders = problem.orders.filter(
    ([first, second]) => ids.has(first) && ids.has(second) && has({ kind: "ORDER", first, second }),
  );
  const { walkMinutes } = problem;
  return { pools, people, activities, orders, walkMinutes, fairShare: [], grouping: null };
}

export function keyOf(fact: ClashFact): string {
  if (fact.kind === "ORDER") return `ORDER ${fact.first} ${fact.second}`;
  const span = "span" in fact && fact.span ? ` ${fact.span.from}-${fact.span.to}` : "";
  if (fact.kind === "PRESENCE") return `PRESENCE ${fact.person}${span}`;
  if (fact.kind === "PLACE") return `PLACE ${fact.pool}${span}`;
  return `${fact.kind} ${fact.activity}`;
}

const isBound = ({ isRequired, locked }: Activity) => isRequired || locked !== null;

const placesOf = ({ locked, pools }: Activity) => (locked ? [locked.pool, ...pools] : pools);

/** From the first possible beginning to the last possible end. */
function horizonOf(activities: readonly Activity[]): Span {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { starts, locked, minutes } of activities) {
    for (const start of locked ? [locked.start, ...starts] : starts) {
      from = Math.min(from, start);
      to = Math.max(to, start + minutes);
    }
  }
  return { from, to };
}

/** What of the horizon the spans leave out. */
function gapsIn(spans: readonly Span[], horizon: Span): Span[] {
  const gaps: Span[] = [];
  let at = horizon.from;
  for (const { from, to } of joined(spans)) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, horizon.to) });
    at = Math.max(at, to);
    if (at >= horizon.to) return gaps;
  }
  if (at < horizon.to) gaps.push({ from: at, to: horizon.to });
  return gaps;
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else found.push({ ...span });
  }
  return found;
}
