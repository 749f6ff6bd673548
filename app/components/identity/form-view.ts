import type { SubmissionResult } from "@conform-to/react";
import { useErrorText } from "~/i18n/use-error-text";

/** What an action hands back for a refused form. */
export type RefusedForm = { result?: SubmissionResult<string[]> } | undefined | null;

/**
 * Errors and kept values of a refused form, in the shape that the fields take. Works the same for a
 * page that the server rendered after a native post.
 */
export function useFormView(answer: RefusedForm) {
  const text = useErrorText();
  const result = answer?.result;
  const kept = result?.initialValue ?? {};
  const byField = result?.error ?? {};
  const error = (name: string) => text(byField[name] ?? undefined);
  return {
    error,
    /** What the person typed, else the value that is stored. */
    value(name: string, stored = ""): string {
      const typed: unknown = result ? kept[name] : undefined;
      if (!result) return stored;
      return typeof typed === "string" ? typed : "";
    },
    values(name: string, stored: readonly string[] = []): string[] {
      if (!result) return [...stored];
      const typed: unknown = kept[name];
      if (Array.isArray(typed)) return typed.filter((one) => typeof one === "string");
      return typeof typed === "string" ? [typed] : [];
    },
    /** Props of FormErrorSummary. */
    summary(labels: Record<string, string>) {
      const errors: Record<string, string | undefined> = {};
      for (const name of Object.keys(byField)) if (name !== "") errors[name] = error(name);
      const whole = (byField[""] ?? []).flatMap((code) => text(code) ?? []);
      return { errors, formErrors: whole, labels };
    },
  };
}
