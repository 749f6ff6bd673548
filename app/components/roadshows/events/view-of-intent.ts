import type { ChallengeFormView } from "~/components/challenges/use-challenge-form";

/** Of several forms on a page only the one that was refused shows errors and what was typed. */
export function viewOfIntent(view: ChallengeFormView, intent: string): ChallengeFormView {
  if (!view.isRefused || view.text("intent") === intent) return view;
  return {
    ...view,
    isRefused: false,
    error: () => undefined,
    text: (_name, stored = "") => stored ?? "",
    list: (_name, stored = []) => [...stored],
    count: (_name, stored) => stored,
  };
}
