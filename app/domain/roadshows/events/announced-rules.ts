import type { RoadshowRules } from "./roadshow-rules-schema";

const sum = (rows: readonly { weight: number }[]) =>
  rows.reduce((total, one) => total + one.weight, 0);

/** What is wrong with rules whose single values are in range; null when they fit together. */
export function rulesFault(rules: RoadshowRules): { field: string; code: string } | null {
  const { judgesPerPitch: judges, dropHigh, dropLow, lunch } = rules;
  if (judges > 0 && judges < dropHigh + dropLow + 1) {
    return { field: "rules.judgesPerPitch", code: "roadshow_too_few_judges" };
  }
  if (lunch && lunch.from >= lunch.to) return { field: "rules.lunchTo", code: "roadshow_lunch" };
  if (rules.breakAfterMinutes > 0 && rules.breakMinutes === 0) {
    return { field: "rules.breakMinutes", code: "roadshow_break" };
  }
  if (rules.breakAfterMinutes > 0) {
    const pitch = rules.talkMinutes + rules.questionMinutes;
    if (rules.breakAfterMinutes < pitch) {
      return { field: "rules.breakAfterMinutes", code: "roadshow_break_short" };
    }
  }
  for (const name of ["criteria", "reviewCriteria"] as const) {
    const rows = rules[name];
    if (rows.length > 0 && sum(rows) !== 100)
      return { field: `rules.${name}`, code: "roadshow_weights" };
    if (new Set(rows.map((one) => one.key)).size !== rows.length) {
      return { field: `rules.${name}`, code: "roadshow_weights_twice" };
    }
  }
  return null;
}
