import type { ReactNode } from "react";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: ReadonlyArray<Option>;
}

/** An option with a line of explanation, for groups of boxes. */
export interface DescribedOption extends Option {
  hint?: ReactNode;
}

export function isGroup(entry: Option | OptionGroup): entry is OptionGroup {
  return "options" in entry;
}
