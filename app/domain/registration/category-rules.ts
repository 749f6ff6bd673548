import type { LicenceKind, SubKind } from "~/domain/shared/tech-contract";
import {
  CATEGORY_QUESTIONS,
  type CategoryAnswer,
  type CategoryQuestion,
  FIRST_QUESTION,
  type NotTechnical,
  type QuestionId,
} from "./category-answers-rules";

/** Changes with every change of a question or of where an answer leads. */
export const CATEGORY_RULES_VERSION = "2026-11-22";

export type CategoryStep = { question: CategoryQuestion; answer: CategoryAnswer };

export type CategoryResult =
  | { kind: "TECHNICAL"; category: SubKind; licenceKind: LicenceKind | null }
  | { kind: "NOT_TECHNICAL"; reason: NotTechnical };

/** What is wrong with the answers that an address carries. */
export type AnswersProblem = "answer_missing" | "answer_unknown" | "answers_unused";

export type CategoryWalk = {
  steps: CategoryStep[];
  /** The first question without a valid answer; null when the path has ended. */
  question: CategoryQuestion | null;
  result: CategoryResult | null;
  problem: AnswersProblem | null;
};

const isQuestion = (name: string): name is QuestionId => Object.hasOwn(CATEGORY_QUESTIONS, name);

function resultOf(steps: readonly CategoryStep[]): CategoryResult | null {
  const last = steps.at(-1)?.answer;
  if (!last || last.next) return null;
  if (last.notTechnical) return { kind: "NOT_TECHNICAL", reason: last.notTechnical };
  const category = steps.findLast((step) => step.answer.category)?.answer.category;
  if (!category) throw new Error(`the path ends at ${last.value} without a category`);
  return { kind: "TECHNICAL", category, licenceKind: last.licenceKind ?? null };
}

/**
 * Follows the answers of an address through the questions, as far as they are valid. What comes
 * after the first missing or unknown answer is not believed, and said to be so.
 * @param answers pairs of question and answer; `at` names the question that was just asked
 */
export function walkCategoryQuestions(answers: URLSearchParams): CategoryWalk {
  const steps: CategoryStep[] = [];
  let next: QuestionId | undefined = FIRST_QUESTION;
  let problem: AnswersProblem | null = null;
  while (next) {
    const question: CategoryQuestion = CATEGORY_QUESTIONS[next];
    const given = answers.getAll(question.id);
    const answer: CategoryAnswer | undefined =
      given.length === 1 ? question.answers.find((one) => one.value === given[0]) : undefined;
    if (!answer) {
      if (given.length > 0) problem = "answer_unknown";
      else if (answers.get("at") === question.id) problem = "answer_missing";
      break;
    }
    steps.push({ question, answer });
    next = answer.next;
  }
  const walked = new Set<string>(steps.map((step) => step.question.id));
  if (next) walked.add(next);
  const isUnused = [...new Set(answers.keys())].some(
    (name) => isQuestion(name) && !walked.has(name),
  );
  return {
    steps,
    question: next ? CATEGORY_QUESTIONS[next] : null,
    result: resultOf(steps),
    problem: problem ?? (isUnused ? "answers_unused" : null),
  };
}

/** The answers of a path as the query of its address, in the order of the questions. */
export function toCategoryQuery(steps: readonly CategoryStep[]): string {
  const query = new URLSearchParams(
    steps.map(({ question, answer }) => [question.id, answer.value]),
  );
  return query.toString();
}
