import type { IndexedActivity, Option, PlanIndex } from "./plan-index";

const NOBODY: readonly number[] = [];

/** What would have to give way to a placement; null if that cannot help (a panel with too few people). */
export interface Obstacles {
  activities: number[];
  panel: readonly number[];
}

/** A plan while it is being made: who and what is taken when. No rule is ever broken in it. */
export class PlanState {
  /** Option of each activity, or -1. */
  readonly chosen: Int32Array;
  readonly panelOf: (readonly number[])[];
  readonly meetingsOf: Int16Array;
  /** Sum of worths of what is placed, with the fair shares. */
  value = 0;
  /** The activity + 1 of a person in an atom. */
  private readonly personAt: Int32Array;
  private readonly poolUse: Int16Array;
  private readonly usersOf: number[][];
  private readonly marks: Float64Array;
  private mark = 0;

  constructor(readonly index: PlanIndex) {
    const { activities, problem, atoms } = index;
    this.chosen = new Int32Array(activities.length).fill(-1);
    this.panelOf = activities.map(() => NOBODY);
    this.meetingsOf = new Int16Array(problem.people.length);
    this.personAt = new Int32Array(problem.people.length * atoms);
    this.poolUse = new Int16Array(problem.pools.length * atoms);
    this.usersOf = Array.from({ length: problem.pools.length * atoms }, () => []);
    this.marks = new Float64Array(activities.length);
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
    if (isMeeting) for (const person of people) gain += this.shareOf(this.meetingsOf[person] ?? 0);
    return gain;
  }

  /** What taking it away would cost. */
  loss(activity: number): number {
    const { isMeeting, people } = this.activity(activity);
    const option = this.optionOf(activity);
    if (!option) return 0;
    let loss = option.worth + this.neighbours(activity, option);
    if (isMeeting) {
      for (const person of people) loss += this.shareOf((this.meetingsOf[person] ?? 0) - 1);
    }
    return loss;
  }

  /** Points for standing next to others of the group in one hall. */
  private neighbours(activity: number, option: Option): number {
    const { group } = this.activity(activity);
    const { grouping, atoms, poolCount } = this.index;
    if (group < 0 || grouping.worth === 0 || poolCount[option.pool] !== 1) return 0;
    const base = option.pool * atoms;
    let points = 0;
    const earliest = Math.max(0, option.start - grouping.within - 1);
    for (let at = option.start - 1; at >= earliest; at -= 1) {
      const other = this.usersOf[base + at]?.[0];
      if (other === undefined) continue;
      const end = this.optionOf(other)?.end ?? 0;
      if (this.activity(other).group < 0 || end > option.start) continue;
      if (this.activity(other).group === group && end >= option.start - grouping.within) {
        points += grouping.worth;
      }
      break;
    }
    const latest = Math.min(atoms - 1, option.end + grouping.within);
    for (let at = option.end; at <= latest; at += 1) {
      const other = this.usersOf[base + at]?.[0];
      if (other === undefined || other === activity) continue;
      const start = this.optionOf(other)?.start ?? 0;
      if (this.activity(other).group < 0 || start < option.end) continue;
      if (this.activity(other).group === group && start <= option.end + grouping.within) {
        points += grouping.worth;
      }
      break;
    }
    return points;
  }

  private shareOf(meetings: number): number {
    return this.index.problem.fairShare[meetings] ?? 0;
  }

  /**
   * Everything placed that clashes with the option. Of a full pool those go whose loss is smallest. The
   * activity itself must not be placed.
   * @param preferred people who sit on the panel if they can without anything giving way
   */
  obstacles(activity: number, option: Option, preferred = NOBODY): Obstacles | null {
    this.mark += 1;
    const found: number[] = [];
    const { people, panel, before, after, isMeeting } = this.activity(activity);
    for (const person of people) this.clashesOf(person, option, found);
    for (const other of before) {
      const placed = this.optionOf(other);
      if (placed && placed.start < option.end) this.add(other, found);
    }
    for (const other of after) {
      const placed = this.optionOf(other);
      if (placed && placed.end > option.start) this.add(other, found);
    }
    this.clashesOfPool(option, found);
    if (isMeeting) for (const person of people) this.clashesOfQuota(person, found);
    if (!panel) return { activities: found, panel: NOBODY };
    const chosen = this.choosePanel(panel, option, found, preferred);
    return chosen && { activities: found, panel: chosen };
  }

  place(activity: number, choice: number, panel: readonly number[]): void {
    const { people, options, isMeeting } = this.activity(activity);
    const option = options[choice];
    if (!option) throw new Error(`no option ${choice}`);
    this.value += this.gain(activity, option);
    this.chosen[activity] = choice;
    this.panelOf[activity] = panel;
    if (isMeeting) for (const person of people) this.count(person, 1);
    this.write(activity, option, activity + 1, 1);
  }

  remove(activity: number): void {
    const option = this.optionOf(activity);
    if (!option) return;
    this.value -= this.loss(activity);
    const { people, isMeeting } = this.activity(activity);
    if (isMeeting) for (const person of people) this.count(person, -1);
    this.write(activity, option, 0, -1);
    this.chosen[activity] = -1;
    this.panelOf[activity] = NOBODY;
  }

  private count(person: number, by: number): void {
    this.meetingsOf[person] = (this.meetingsOf[person] ?? 0) + by;
  }

  private write(activity: number, option: Option, sign: number, by: number): void {
    const { atoms, setup } = this.index;
    for (const list of [this.activity(activity).people, this.panelOf[activity] ?? NOBODY]) {
      for (const person of list) {
        this.personAt.fill(sign, person * atoms + option.start, person * atoms + option.end);
      }
    }
    const base = option.pool * atoms;
    const end = option.end + (setup[option.pool] ?? 0);
    for (let at = base + option.start; at < base + end; at += 1) {
      this.poolUse[at] = (this.poolUse[at] ?? 0) + by;
      const users = this.usersOf[at] as number[];
      if (by > 0) users.push(activity);
      else users.splice(users.indexOf(activity), 1);
    }
  }

  private add(activity: number, found: number[]): void {
    if (this.marks[activity] === this.mark) return;
    this.marks[activity] = this.mark;
    found.push(activity);
  }

  private clashesOf(person: number, option: Option, found: number[]): void {
    const { atoms, walk, zoneOf } = this.index;
    const base = person * atoms;
    for (let at = option.start; at < option.end; at += 1) {
      const other = this.personAt[base + at] ?? 0;
      if (other > 0) this.add(other - 1, found);
    }
    if (walk === 0) return;
    const zone = zoneOf[option.pool];
    const look = (at: number) => {
      const other = (this.personAt[base + at] ?? 0) - 1;
      const pool = other >= 0 ? this.optionOf(other)?.pool : undefined;
      if (pool !== undefined && zoneOf[pool] !== zone) this.add(other, found);
    };
    for (let at = Math.max(0, option.start - walk); at < option.start; at += 1) look(at);
    for (let at = option.end; at < Math.min(atoms, option.end + walk); at += 1) look(at);
  }

  private clashesOfPool(option: Option, found: number[]): void {
    const { atoms, setup, poolCount } = this.index;
    const base = option.pool * atoms;
    const most = poolCount[option.pool] ?? 0;
    const end = option.end + (setup[option.pool] ?? 0);
    for (let at = base + option.start; at < base + end; at += 1) {
      if ((this.poolUse[at] ?? 0) < most) continue;
      const users = this.usersOf[at] as number[];
      if (users.some((one) => this.marks[one] === this.mark)) continue;
      let least = users[0] ?? -1;
      let cost = Number.POSITIVE_INFINITY;
      for (const one of users) {
        const loss = this.loss(one);
        if (loss < cost) [least, cost] = [one, loss];
      }
      if (least >= 0) this.add(least, found);
    }
  }

  /** Of a person with all the meetings that were wanted the least gives way. */
  private clashesOfQuota(person: number, found: number[]): void {
    const most = this.index.meetingsMost[person] ?? Number.POSITIVE_INFINITY;
    let left = this.meetingsOf[person] ?? 0;
    if (left < most) return;
    const meetings = this.index.meetingsOf[person] ?? NOBODY;
    for (const one of meetings) if (this.marks[one] === this.mark) left -= 1;
    while (left >= most) {
      let least = -1;
      let cost = Number.POSITIVE_INFINITY;
      for (const one of meetings) {
        if ((this.chosen[one] ?? -1) < 0 || this.marks[one] === this.mark) continue;
        const loss = this.loss(one);
        if (loss < cost) [least, cost] = [one, loss];
      }
      if (least < 0) return;
      this.add(least, found);
      left -= 1;
    }
  }

  /** Free people first; of the others those whose activity gives way anyhow or is worth least. */
  private choosePanel(
    panel: { from: readonly number[]; count: number },
    option: Option,
    found: number[],
    preferred: readonly number[],
  ): number[] | null {
    const { atoms, isFree } = this.index;
    const costs: { person: number; cost: number }[] = [];
    for (const person of panel.from) {
      let isAway = false;
      for (let at = option.start; at < option.end && !isAway; at += 1) {
        isAway = !isFree[person * atoms + at];
      }
      if (isAway) continue;
      const own: number[] = [];
      const kept = this.mark;
      this.mark += 1;
      this.clashesOf(person, option, own);
      // The marks of this look are undone, those of before it restored.
      this.mark = kept;
      for (const one of own) this.marks[one] = found.includes(one) ? kept : 0;
      const cost = own.reduce((sum, one) => sum + (found.includes(one) ? 0 : this.loss(one)), 0);
      costs.push({ person, cost: preferred.includes(person) ? cost - 0.5 : cost });
    }
    if (costs.length < panel.count) return null;
    costs.sort((a, b) => a.cost - b.cost);
    const chosen = costs.slice(0, panel.count).map((one) => one.person);
    for (const person of chosen) this.clashesOf(person, option, found);
    return chosen;
  }
}
