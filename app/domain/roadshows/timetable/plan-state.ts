import type { IndexedActivity, Option, PlanIndex } from "./plan-index";

const NOBODY: readonly number[] = [];

/** A plan while it is being made: who and what is taken when. */
export class PlanState {
  /** Option of each activity, or -1. */
  readonly chosen: Int32Array;
  readonly panelOf: (readonly number[])[];
  /** How many meetings each person has. */
  readonly met: Int16Array;
  /** The activity + 1 of a person in an atom: person × atoms + atom. */
  readonly personAt: Int32Array;
  /** The zone of a person in an atom, + 1. */
  readonly zoneAt: Int16Array;
  /** Places taken in a pool in an atom, set-up included: pool × atoms + atom. */
  readonly poolUse: Int16Array;
  readonly usersOf: readonly number[][];
  /** Sum of worths of what is placed, with fair shares and neighbours. */
  value = 0;

  constructor(readonly index: PlanIndex) {
    const { activities, problem, atoms } = index;
    this.chosen = new Int32Array(activities.length).fill(-1);
    this.panelOf = activities.map(() => NOBODY);
    this.met = new Int16Array(problem.people.length);
    this.personAt = new Int32Array(problem.people.length * atoms);
    this.zoneAt = new Int16Array(problem.people.length * atoms);
    this.poolUse = new Int16Array(problem.pools.length * atoms);
    this.usersOf = Array.from({ length: problem.pools.length * atoms }, () => []);
  }

  optionOf(activity: number): Option | undefined {
    return this.activity(activity).options[this.chosen[activity] ?? -1];
  }

  activity(activity: number): IndexedActivity {
    const found = this.index.activities[activity];
    if (!found) throw new Error(`no activity ${activity}`);
    return found;
  }

  /** What the activity's placement adds to the value, were it placed by this option now. */
  gain(activity: number, option: Option): number {
    const { isMeeting, people } = this.activity(activity);
    let gain = option.worth + this.neighbours(activity, option);
    if (isMeeting) for (const person of people) gain += this.shareOf(this.met[person] ?? 0);
    return gain;
  }

  /** What taking it away would cost. */
  loss(activity: number): number {
    const { isMeeting, people } = this.activity(activity);
    const option = this.optionOf(activity);
    if (!option) return 0;
    let loss = option.worth + this.neighbours(activity, option);
    if (isMeeting) for (const person of people) loss += this.shareOf((this.met[person] ?? 0) - 1);
    return loss;
  }

  /** What clashes with it must have been removed before. */
  place(activity: number, choice: number, panel: readonly number[]): void {
    const { people, options, isMeeting } = this.activity(activity);
    const option = options[choice];
    if (!option) throw new Error(`no option ${choice}`);
    this.value += this.gain(activity, option);
    this.chosen[activity] = choice;
    this.panelOf[activity] = panel;
    if (isMeeting) for (const person of people) this.met[person] = (this.met[person] ?? 0) + 1;
    this.write(activity, option, activity + 1, 1);
  }

  remove(activity: number): void {
    const option = this.optionOf(activity);
    if (!option) return;
    this.value -= this.loss(activity);
    const { people, isMeeting } = this.activity(activity);
    if (isMeeting) for (const person of people) this.met[person] = (this.met[person] ?? 0) - 1;
    this.write(activity, option, 0, -1);
    this.chosen[activity] = -1;
    this.panelOf[activity] = NOBODY;
  }

  private shareOf(meetings: number): number {
    return this.index.problem.fairShare[meetings] ?? 0;
  }

  private write(activity: number, option: Option, sign: number, by: number): void {
    const { atoms, setup, zoneOf } = this.index;
    const zone = sign === 0 ? 0 : (zoneOf[option.pool] ?? 0) + 1;
    for (const list of [this.activity(activity).people, this.panelOf[activity] ?? NOBODY]) {
      for (const person of list) {
        const base = person * atoms;
        this.personAt.fill(sign, base + option.start, base + option.end);
        this.zoneAt.fill(zone, base + option.start, base + option.end);
      }
    }
    const base = option.pool * atoms;
    const end = base + option.end + (setup[option.pool] ?? 0);
    for (let at = base + option.start; at < end; at += 1) {
      this.poolUse[at] = (this.poolUse[at] ?? 0) + by;
      const users = this.usersOf[at] as number[];
      if (by > 0) {
        users.push(activity);
        continue;
      }
      const last = users.pop() ?? activity;
      if (last !== activity) users[users.indexOf(activity)] = last;
    }
  }

  /** Points for standing next to others of the group in one hall. */
  private neighbours(activity: number, option: Option): number {
    const { group } = this.activity(activity);
    const { grouping, atoms, poolCount } = this.index;
    if (group < 0 || grouping.worth === 0 || poolCount[option.pool] !== 1) return 0;
    const base = option.pool * atoms;
    const earliest = Math.max(0, option.start - grouping.within - 1);
    let points = 0;
    for (let at = option.start - 1; at >= earliest; at -= 1) {
      const other = this.usersOf[base + at]?.[0];
      if (other === undefined) continue;
      const end = this.optionOf(other)?.end ?? 0;
      const { group: own } = this.activity(other);
      if (own < 0 || end > option.start) continue;
      if (own === group && end >= option.start - grouping.within) points += grouping.worth;
      break;
    }
    const latest = Math.min(atoms - 1, option.end + grouping.within);
    for (let at = option.end; at <= latest; at += 1) {
      const other = this.usersOf[base + at]?.[0];
      if (other === undefined || other === activity) continue;
      const start = this.optionOf(other)?.start ?? 0;
      const { group: own } = this.activity(other);
      if (own < 0 || start < option.end) continue;
      if (own === group && start <= option.end + grouping.within) points += grouping.worth;
      break;
    }
    return points;
  }
}
