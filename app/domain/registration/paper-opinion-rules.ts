import type { CheckResult } from "./recognition-rules";

/** What an opinion prints of the checks: their numbers by answer, and how complete the dossier is. */
export function opinionOf(
  results: readonly Pick<CheckResult, "id" | "answer">[],
  completenessBp: number,
) {
  const idsOf = (answer: CheckResult["answer"]) =>
    results.filter((one) => one.answer === answer).map((one) => one.id);
  return {
    completenessBp,
    met: idsOf("MET"),
    notMet: idsOf("NOT_MET"),
    personDecides: idsOf("PERSON_DECIDES"),
  };
}
