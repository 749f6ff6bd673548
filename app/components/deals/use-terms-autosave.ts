import { type RefObject, useEffect, useState } from "react";
import { type AutosaveAnswer, useAutosave } from "~/components/ui/use-autosave";
import type { TermIssue } from "~/domain/deals/terms-consistency-rules";

/** A saved draft is answered with what contradicts itself in it. */
type TermsAnswer = AutosaveAnswer & { issues?: TermIssue[] };

/** Autosave of a term sheet, with the contradictions of what was saved last. */
export function useTermsAutosave(
  form: RefObject<HTMLFormElement>,
  options: { url: string; revision: number; savedAt: string | null },
) {
  const [issues, setIssues] = useState<TermIssue[] | null>(null);
  const onAnswer = (answer: TermsAnswer) => {
    if (answer.issues) setIssues(answer.issues);
  };
  const autosave = useAutosave<TermsAnswer>(form, { ...options, onAnswer });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision brings its own issues
  useEffect(() => setIssues(null), [options.revision]);
  return { ...autosave, issues };
}
