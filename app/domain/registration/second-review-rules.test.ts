import { describe, expect, it } from "vitest";
import { isDrawn, secondReviewReason } from "./second-review-rules";

const base = {
  registrationId: "019ab000-0000-7000-8000-0000ffffffff",
  totalFen: 60_000_000n,
  isRelated: false,
  risks: [],
  thresholdFen: 1_000_000_000n,
  sampleBp: 0,
};

describe("second review", () => {
  it("is not needed for a small contract without risk", () => {
    expect(secondReviewReason(base)).toBeNull();
  });

  it("is needed from the threshold on, and for an amount that is not known", () => {
    expect(secondReviewReason({ ...base, totalFen: 999_999_999n })).toBeNull();
    expect(secondReviewReason({ ...base, totalFen: 1_000_000_000n })).toBe("AMOUNT");
    expect(secondReviewReason({ ...base, totalFen: null })).toBe("AMOUNT");
  });

  it("is needed for risks and for related parties", () => {
    expect(secondReviewReason({ ...base, risks: ["clause_found"] })).toBe("RISK");
    expect(secondReviewReason({ ...base, isRelated: true })).toBe("RULE");
  });

  it("is drawn by the id alone, in the share asked for", () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => {
      return `019ab000-0000-7000-8000-0000${(index * 7919).toString(16).padStart(8, "0")}`;
    });
    const drawn = ids.filter((id) => isDrawn(id, 500));
    expect(drawn.length).toBeGreaterThan(400);
    expect(drawn.length).toBeLessThan(600);
    expect(ids.filter((id) => isDrawn(id, 500))).toEqual(drawn);
    expect(isDrawn(base.registrationId, 10_000)).toBe(true);
    expect(secondReviewReason({ ...base, sampleBp: 10_000 })).toBe("SAMPLE");
  });
});
