import { describe, expect, it } from "vitest";
import { ACHIEVEMENT_STEPS } from "~/domain/catalogue/achievement-schema";
import { NEED_STEPS } from "~/domain/catalogue/need-schema";
import { hintHref } from "./hint-rules";

const CODES = [
  ...(["readinessMissing", "readinessUnverified", "readinessBelow", "amountMissing"] as const),
  ...(["priceAboveBudget", "modeMissing", "modeDifferent", "fieldMissing"] as const),
  ...(["regionMissing", "textShort", "figuresMissing", "stale"] as const),
];

describe("hintHref", () => {
  it.each([
    ["need", "needs", Object.keys(NEED_STEPS)],
    ["achievement", "achievements", Object.keys(ACHIEVEMENT_STEPS)],
  ] as const)("leads to steps that the wizard of a %s has", (kind, segment, steps) => {
    for (const code of CODES) {
      const url = new URL(hintHref(kind, "id", code), "http://x");
      const step = url.searchParams.get("step");
      expect(url.pathname).toBe(`/desk/${segment}/id${step ? "/edit" : ""}`);
      if (step) expect(steps).toContain(step);
    }
  });
});
