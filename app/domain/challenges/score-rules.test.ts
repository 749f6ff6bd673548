import { describe, expect, it } from "vitest";
import { rankIntentions, skipsRank, totalHundredths } from "./score-rules";

const weights = { route: 3000, targets: 3000, team: 2000, industry: 2000 };

describe("scores", () => {
  it("weighs whole points exactly", () => {
    const scores = { route: 91, targets: 88, team: 70, industry: 65 };
    expect(totalHundredths(scores, weights)).toBe(8070);
    expect(totalHundredths({ ...scores, route: 0 }, { ...weights, route: 3333 })).toBe(5340);
  });

  it("ranks by the exact average, not by the rounded one", () => {
    const ranked = rankIntentions([
      { intentionId: "a", totals: [8000, 8000, 8001] },
      { intentionId: "b", totals: [8000, 8000, 8000] },
      { intentionId: "c", totals: [8001, 8000, 8000] },
      { intentionId: "d", totals: [] },
    ]);
    expect(ranked).toEqual([
      { intentionId: "a", averageHundredths: 8000, rank: 1 },
      { intentionId: "c", averageHundredths: 8000, rank: 1 },
      { intentionId: "b", averageHundredths: 8000, rank: 3 },
    ]);
  });

  it("notices when a better one is passed over", () => {
    const ranked = [
      { id: "a", rank: 1 },
      { id: "b", rank: 2 },
      { id: "c", rank: 2 },
    ];
    expect(skipsRank(ranked, new Set(["a", "b"]))).toBe(false);
    expect(skipsRank(ranked, new Set(["b"]))).toBe(true);
  });
});
