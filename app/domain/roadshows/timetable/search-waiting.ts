/** What has no place yet; picked evenly. */
export class WaitingList {
  private readonly list: number[] = [];
  private readonly at: Int32Array;

  constructor(count: number) {
    this.at = new Int32Array(count).fill(-1);
  }

  get size(): number {
    return this.list.length;
  }

  add(activity: number): void {
    if ((this.at[activity] ?? -1) >= 0) return;
    this.at[activity] = this.list.length;
    this.list.push(activity);
  }

  delete(activity: number): void {
    const at = this.at[activity] ?? -1;
    if (at < 0) return;
    const last = this.list.pop() ?? activity;
    if (last !== activity) {
      this.list[at] = last;
      this.at[last] = at;
    }
    this.at[activity] = -1;
  }

  /** -1 if nothing waits. */
  pick(random: () => number): number {
    return this.list[Math.floor(random() * this.list.length)] ?? -1;
  }
}
