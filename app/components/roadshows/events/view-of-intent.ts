import type { FormAnswer } from "~/components/forms/use-form-answer";

/** Of several forms on a page only the one that was refused shows errors and what was typed. */
export function viewOfIntent(view: FormAnswer, intent: string): FormAnswer {
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
