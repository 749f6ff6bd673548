import { factsOf, keyOf, problemWith } from "./explain-facts";
import { indexProblem, type PlanIndex } from "./plan-index";
import { addPanelsAndWalks } from "./plan-panel-rows";
import type { ClashFact, Plan, PlanProblem } from "./plan-problem";
import { timedModel } from "./plan-rows";
import { type Choices, readPlan } from "./plan-writing";
import { searchPlan } from "./search-plan";
import type { HighsSession } from "./solve-highs.server";

/** Whether facts can all hold; UNKNOWN if the time was too short to say. */
export type Verdict = "YES" | "NO" | "UNKNOWN";

/** Tries of the search before the optimiser is asked. */
const TRIES = 600;
/** Columns with which the exact model, panels and walks included, is still asked. */
const COLUMNS_MOST = 60_000;

/** Says of sets of facts whether a plan exists; remembers what it said. */
export class ClashOracle {
  readonly facts: readonly ClashFact[];
  private readonly known = new Map<string, Verdict>();

  constructor(
    private readonly problem: PlanProblem,
    private readonly published: Plan,
    private readonly highs: HighsSession,
    private readonly untilMs: number,
  ) {
    this.facts = factsOf(problem);
  }

  get isLate(): boolean {
    return performance.now() >= this.untilMs;
  }

  async judge(facts: readonly ClashFact[]): Promise<Verdict> {
    const key = facts.map(keyOf).sort().join("\n");
    const said = this.known.get(key);
    if (said) return said;
    const verdict = await this.decide(facts);
    if (verdict !== "UNKNOWN") this.known.set(key, verdict);
    return verdict;
  }

  private async decide(facts: readonly ClashFact[]): Promise<Verdict> {
    const index = indexProblem(problemWith(this.problem, facts));
    if (index.activities.some(({ options }) => options.length === 0)) return "NO";
    if (index.activities.some((_, activity) => !hasPanel(index, activity))) return "NO";
    if (await this.isFound(index)) return "YES";
    const timed = timedModel(index, { costOf: () => 0, mustPlace: true, hasShares: false });
    const loose = await this.highs.solve(timed.model.data(true), this.seconds());
    if (loose.status === "INFEASIBLE") return "NO";
    if (loose.columns && (await this.isFound(index, choicesOf(timed.columnsOf, loose.columns)))) {
      return "YES";
    }
    addPanelsAndWalks(index, timed);
    if (timed.model.columns > COLUMNS_MOST) return "UNKNOWN";
    const exact = await this.highs.solve(timed.model.data(true), this.seconds());
    if (exact.status === "INFEASIBLE") return "NO";
    return exact.columns ? "YES" : "UNKNOWN";
  }

  private seconds(): number {
    return (this.untilMs - performance.now()) / 1000;
  }

  private async isFound(index: PlanIndex, from?: Choices): Promise<boolean> {
    const goal = index.activities.length * index.weights.required;
    const start = from ?? (this.published.length > 0 ? readPlan(index, this.published) : undefined);
    const found = await searchPlan(
      index,
      { seed: 1, tries: TRIES, untilMs: this.untilMs, bound: () => goal },
      start,
    );
    return found.value >= goal;
  }
}

/** Whether at any of its times there are enough people for the panel. */
export function hasPanel(index: PlanIndex, activity: number): boolean {
  const { panel, options } = index.activities[activity] ?? { panel: null, options: [] };
  if (!panel) return true;
  return options.some(({ start, end }) => {
    const here = panel.from.filter((person) => {
      const base = person * index.atoms;
      return index.isFree.subarray(base + start, base + end).every((one) => one === 1);
    });
    return here.length >= panel.count;
  });
}

function choicesOf(columnsOf: readonly (readonly number[])[], values: Float64Array): Choices {
  const chosen = Int32Array.from(columnsOf, (own) =>
    own.findIndex((one) => (values[one] ?? 0) > 0.5),
  );
  return { chosen, panelOf: [] };
}
