import type { SubmissionResult } from "@conform-to/react";
import { useErrorText } from "~/i18n/use-error-text";

export type Refused = { result?: SubmissionResult<string[]> } | undefined | null;

export type FormAnswer = {
  isRefused: boolean;
  error(name: string): string | undefined;
  /** What was typed at a name such as `targets[0].value`, else what is stored. */
  text(name: string, stored?: string | null): string;
  list(name: string, stored?: readonly string[]): string[];
  /** Number of rows of a table that were typed. */
  count(name: string, stored: number): number;
  summary(labels?: Record<string, string>): {
    errors: Record<string, string | undefined>;
    formErrors: string[];
    labels: Record<string, string>;
  };
};

const pathOf = (name: string) => name.split(/[.[\]]+/).filter((part) => part !== "");

function valueAt(from: unknown, name: string): unknown {
  let value = from;
  for (const part of pathOf(name)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/**
 * Messages and kept values of a refused form, rows of tables included; the same for a page that the
 * server rendered after a post without scripts.
 */
export function useFormAnswer(answer: Refused): FormAnswer {
  const text = useErrorText();
  const result = answer?.result;
  const kept: unknown = result?.initialValue;
  const byField = result?.error ?? {};
  const error = (name: string) => text(byField[name] ?? undefined);
  return {
    isRefused: result !== undefined,
    error,
    text(name, stored = "") {
      if (!result) return stored ?? "";
      const value = valueAt(kept, name);
      return typeof value === "string" ? value : "";
    },
    list(name, stored = []) {
      if (!result) return [...stored];
      const value = valueAt(kept, name);
      if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
      return typeof value === "string" ? [value] : [];
    },
    count(name, stored) {
      const value = result ? valueAt(kept, name) : undefined;
      return Array.isArray(value) ? value.length : stored;
    },
    summary(labels = {}) {
      const names = Object.keys(byField).filter((name) => name !== "");
      return {
        errors: Object.fromEntries(names.map((name) => [name, error(name)])),
        formErrors: (byField[""] ?? []).flatMap((code) => text(code) ?? []),
        // A cell of a table goes by the name of its table where it has none of its own.
        labels: Object.fromEntries(
          names.map((name) => [name, labels[name] ?? labels[pathOf(name)[0] ?? ""] ?? ""]),
        ),
      };
    },
  };
}
