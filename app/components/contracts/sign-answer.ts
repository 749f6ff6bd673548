import type { RefusedForm } from "~/components/identity/form-view";

/**
 * The refused form of a page with several, for the form that it belongs to: the others keep what is
 * stored.
 */
export function answerOf(answer: RefusedForm, intent: string): RefusedForm {
  return answer?.result?.initialValue?.intent === intent ? answer : undefined;
}
