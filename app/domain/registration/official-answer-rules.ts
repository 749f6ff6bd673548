import type { NationalExchange } from "./export-exchange-schema";
import type { Answer, AnswerColumn, AnswerDecision, RawAnswer } from "./official-answer-schema";

export const ANSWER_ACTIONS = [
  ...(["REGISTER", "REFUSE", "APPROVE_CHANGE", "CANCEL", "REVOKE", "NUMBER", "NONE"] as const),
] as const;
export type AnswerAction = (typeof ANSWER_ACTIONS)[number];

export type AnswerProblem = { column: AnswerColumn; code: string };
/** What the case says here and the answer says there, both as texts; amounts in fen. */
export type AnswerDifference = { field: AnswerColumn; here: string; there: string };

export type AnswerPlan = {
  action: AnswerAction;
  differences: AnswerDifference[];
  problems: AnswerProblem[];
};

/** What the plan looks at of a case. */
export type AnswerCase = {
  state: string;
  officialNo: string | null;
  contractSha256: string;
  supplementId: string | null;
  totalFen: bigint | null;
  technicalFen: bigint | null;
  approvedIncomeFen: bigint | null;
  /** As the applicant declares it. */
  declaredTotalFen: bigint | null;
  declaredTechnicalFen: bigint | null;
  refusalCodes: readonly string[];
};

const AMOUNTS = ["total", "technical", "approvedIncome"] as const;
const STANDING = ["REGISTERED", "CHANGE_PENDING"];

function missing(answer: Answer, columns: readonly AnswerColumn[]): AnswerProblem[] {
  return columns
    .filter((column) => {
      const value = answer[column];
      return value === null || value === "" || (Array.isArray(value) && value.length === 0);
    })
    .map((column) => ({ column, code: "required" }));
}

function differences(answer: Answer, here: Partial<Record<AnswerColumn, bigint | string | null>>) {
  return Object.entries(here).flatMap(([name, value]): AnswerDifference[] => {
    const field = name as AnswerColumn;
    const there = answer[field];
    if (there === null || there === "" || value === undefined) return [];
    const texts = { here: value?.toString() ?? "", there: there.toString() };
    return texts.here === texts.there ? [] : [{ field, ...texts }];
  });
}

const registered = (one: AnswerCase) => ({
  total: one.totalFen,
  technical: one.technicalFen,
  approvedIncome: one.approvedIncomeFen,
});

const notDue: AnswerPlan = {
  action: "NONE",
  differences: [],
  problems: [{ column: "decision", code: "answer_not_due" }],
};

/** What was decided already: only the official number may still be missing. */
function settled(one: AnswerCase, answer: Answer): AnswerPlan {
  const amounts = differences(answer, registered(one));
  const number = differences(answer, { officialNo: one.officialNo });
  const problems = amounts.map(({ field }) => ({ column: field, code: "answer_amounts_differ" }));
  const action = number.length > 0 && problems.length === 0 ? "NUMBER" : "NONE";
  return { action, differences: [...amounts, ...number], problems };
}

function decide(
  one: AnswerCase,
  answer: Answer,
  action: "REGISTER" | "APPROVE_CHANGE",
): AnswerPlan {
  const declared = { total: one.declaredTotalFen, technical: one.declaredTechnicalFen };
  return {
    action,
    differences: differences(answer, { ...declared, officialNo: one.officialNo }),
    problems: missing(answer, AMOUNTS),
  };
}

function end(one: AnswerCase, answer: Answer, action: "CANCEL" | "REVOKE"): AnswerPlan {
  if (one.state === answer.decision) return { action: "NONE", differences: [], problems: [] };
  if (!STANDING.includes(one.state)) return notDue;
  return { action, differences: [], problems: missing(answer, ["note"]) };
}

function refuse(one: AnswerCase, answer: Answer): AnswerPlan {
  if (one.state === "DECISION") {
    return {
      action: "REFUSE",
      differences: [],
      problems: missing(answer, ["refusalCodes", "note"]),
    };
  }
  if (one.state !== "REFUSED") return notDue;
  const here = { refusalCodes: one.refusalCodes.join(",") };
  const found = differences(answer, here);
  const problems = found.map(({ field }) => ({ column: field, code: "answer_codes_differ" }));
  return { action: "NONE", differences: found, problems };
}

const PLANS: Record<AnswerDecision, (one: AnswerCase, answer: Answer) => AnswerPlan> = {
  REGISTERED: (one, answer) => {
    if (one.state === "DECISION") return decide(one, answer, "REGISTER");
    return STANDING.includes(one.state) ? settled(one, answer) : notDue;
  },
  CHANGED: (one, answer) => {
    if (one.state === "CHANGE_PENDING" && one.supplementId !== null) {
      return decide(one, answer, "APPROVE_CHANGE");
    }
    return one.state === "REGISTERED" ? settled(one, answer) : notDue;
  },
  REFUSED: refuse,
  CANCELLED: (one, answer) => end(one, answer, "CANCEL"),
  REVOKED: (one, answer) => end(one, answer, "REVOKE"),
};

/**
 * What an answer means for a case as it stands, without doing it. The same answer again means
 * nothing more. A case that is not ready for it, or was decided otherwise, is a problem.
 * @param today calendar date: an answer is not from the future
 */
export function planAnswer(one: AnswerCase, answer: Answer, today: string): AnswerPlan {
  if (answer.contractSha256 !== "" && answer.contractSha256 !== one.contractSha256) {
    const problem = { column: "reference" as const, code: "answer_contract_differs" };
    return { action: "NONE", differences: [], problems: [problem] };
  }
  const plan = PLANS[answer.decision](one, answer);
  if (answer.onDate <= today) return plan;
  return { ...plan, problems: [...plan.problems, { column: "onDate", code: "answer_future" }] };
}

const DECISION_OF_STATE: Record<string, AnswerDecision> = {
  REGISTERED: "REGISTERED",
  REFUSED: "REFUSED",
  CANCELLED: "CANCELLED",
  REVOKED: "REVOKED",
};

/** A case in the exchange format, sent back with what the office has decided, as an answer. */
export function answerOfExchange(exchange: NationalExchange, row: number): RawAnswer {
  const { case: one, amounts } = exchange;
  return {
    row,
    reference: one.number,
    decision: DECISION_OF_STATE[one.state] ?? one.state,
    onDate: one.registeredOn ?? one.decidedAt?.slice(0, 10) ?? "",
    officialNo: one.officialNo ?? "",
    total: amounts.total ?? "",
    technical: amounts.technical ?? "",
    approvedIncome: amounts.approvedIncome ?? "",
    refusalCodes: one.refusalCodes.join(","),
    note: one.decisionNote,
    contractSha256: exchange.contract.sha256,
  };
}
