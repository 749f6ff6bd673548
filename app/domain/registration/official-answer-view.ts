import type { AnswerAction, AnswerDifference, AnswerProblem } from "./official-answer-rules";
import type { RawAnswer } from "./official-answer-schema";

/** A row of an office's answer, before and after it was carried out. */
export type AnswerRowView = {
  row: number;
  raw: RawAnswer;
  found: { id: string; title: string; state: string } | null;
  action: AnswerAction;
  differences: AnswerDifference[];
  problems: AnswerProblem[];
  isDue: boolean;
  isDone: boolean;
  error: { code: string; params: Record<string, string | number> } | null;
};
