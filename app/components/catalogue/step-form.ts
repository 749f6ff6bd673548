import { createContext, type ReactNode, useContext } from "react";
import type { FormValues } from "~/domain/catalogue/wizard-view";

/** Values and errors of one step of the wizard; what was typed comes before what is stored. */
export type StepForm = {
  text(path: string): string;
  list(path: string): string[];
  rows(path: string): Record<string, string>[];
  isTicked(path: string): boolean;
  error(path: string): string | undefined;
  /** The field's hint, and under it what a reviewer said about the field. */
  hint(field: string, text?: string): ReactNode;
};

function dig(values: unknown, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, values);
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** @param errorAt translated error of a field, by path such as "advantages[0].claim" */
export function stepForm(
  values: FormValues,
  errorAt: (path: string) => string | undefined,
  hintAt: StepForm["hint"],
): StepForm {
  return {
    text: (path) => asText(dig(values, path)),
    list(path) {
      const value = dig(values, path);
      if (Array.isArray(value)) return value.map(asText).filter((text) => text !== "");
      return asText(value) === "" ? [] : [asText(value)];
    },
    rows(path) {
      const value = dig(values, path);
      if (!Array.isArray(value)) return [];
      return value.map((row: unknown) =>
        typeof row === "object" && row !== null
          ? Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, asText(cell)]))
          : {},
      );
    },
    isTicked: (path) => dig(values, path) === "on" || dig(values, path) === true,
    error: errorAt,
    hint: hintAt,
  };
}

const StepFormContext = createContext<StepForm | null>(null);
export const StepFormProvider = StepFormContext.Provider;

export function useStepForm(): StepForm {
  const form = useContext(StepFormContext);
  if (!form) throw new Error("a step of the wizard stands outside its form");
  return form;
}
