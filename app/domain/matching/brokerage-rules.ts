/** What stands between a pair and a deal, from a broker's point of view. */
export const BROKERAGE_GROUPS = [
  "MUTUAL",
  "INTERESTED",
  "UNTRIED",
  "TRIED",
  "UNDERWAY",
  "DECLINED",
] as const;
export type BrokerageGroup = (typeof BROKERAGE_GROUPS)[number];

export const TRIED_FILTERS = ["all", "untried", "tried", "interested"] as const;
export type TriedFilter = (typeof TRIED_FILTERS)[number];

/** What has been tried with a pair: the answers of both sides and the introductions between them. */
export type Tried = {
  /** The need's side and the achievement's; null while it has not answered. */
  answers: { need: { answer: string } | null; achievement: { answer: string } | null };
  /** Newest first. */
  introductions: readonly { state: string }[];
};

/**
 * The group of a pair. What runs already or was refused needs no broker now; what one side wants and the
 * other has not answered needs one most. A newer introduction outweighs an older refusal.
 */
export function brokerageGroup({ answers, introductions }: Tried): BrokerageGroup {
  const given = [answers.need, answers.achievement].flatMap((one) => (one ? [one.answer] : []));
  const latest = introductions[0]?.state;
  if (latest === "REQUESTED" || latest === "ACCEPTED") return "UNDERWAY";
  if (latest === "DECLINED" || given.includes("NOT_FOR_US")) return "DECLINED";
  const interested = given.filter((answer) => answer === "INTERESTED").length;
  if (interested === 2) return "MUTUAL";
  if (interested === 1) return "INTERESTED";
  return given.length > 0 || introductions.length > 0 ? "TRIED" : "UNTRIED";
}

/** What a broker may expect of a pair within its group: chance of being related × fit of the terms. */
export function expectedWorth(pair: { related: number; fit: number }): number {
  return pair.related * pair.fit;
}

/** Whether a pair of this group passes the filter. */
export function passesTried(group: BrokerageGroup, filter: TriedFilter): boolean {
  if (filter === "all") return true;
  if (filter === "interested") return group === "INTERESTED" || group === "MUTUAL";
  return (group === "UNTRIED") === (filter === "untried");
}

type Sortable = { group: BrokerageGroup; related: number; fit: number; needId: string };

/** Groups in their order, within a group by expected worth; equal ones in a fixed order. */
export function sortByWorth<T extends Sortable>(pairs: readonly T[]): T[] {
  const place = (group: BrokerageGroup) => BROKERAGE_GROUPS.indexOf(group);
  return [...pairs].sort(
    (a, b) =>
      place(a.group) - place(b.group) ||
      expectedWorth(b) - expectedWorth(a) ||
      (a.needId < b.needId ? -1 : 1),
  );
}
