import type { SubmissionResult } from "@conform-to/react";
import { useErrorText } from "~/i18n/use-error-text";

export type Refused = { result?: SubmissionResult<string[]> } | undefined | null;

/** What a refused form of the timetable says, at its field or for the whole. */
export function useRefusal(answer: Refused) {
  const text = useErrorText();
  const byField = answer?.result?.error ?? {};
  const names = Object.keys(byField).filter((name) => name !== "");
  const error = (name: string) => text(byField[name] ?? undefined);
  return {
    error,
    errors: Object.fromEntries(names.map((name) => [name, error(name)])),
    formErrors: (byField[""] ?? []).flatMap((code) => text(code) ?? []),
  };
}

export type Refusal = ReturnType<typeof useRefusal>;
