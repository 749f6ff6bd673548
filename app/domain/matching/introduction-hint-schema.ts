import type { Hint } from "~/domain/shared/hint-rules";

/** Socket namespace of conversations. */
export const INTRODUCTION_NAMESPACE = "/introductions";

export type IntroductionEvents = {
  /** The conversation has changed; `sequence` is the number of its last message. */
  changed(hint: Hint & { introductionId: string }): void;
};

export type IntroductionRequests = {
  /** Asks to be told about one conversation. Null: not allowed or not found. */
  join(introductionId: string, answer: (state: Hint | null) => void): void;
  leave(introductionId: string): void;
};

/** Room of one conversation. */
export function introductionRoom(introductionId: string): string {
  return `introduction:${introductionId}`;
}
