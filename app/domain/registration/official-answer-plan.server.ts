import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import {
  type AnswerAction,
  type AnswerCase,
  type AnswerDifference,
  type AnswerProblem,
  planAnswer,
} from "./official-answer-rules";
import {
  ANSWER_COLUMNS,
  type Answer,
  type AnswerColumn,
  answerSchema,
  type RawAnswer,
} from "./official-answer-schema";
import { readCaseNumber } from "./paper-number-rules";
import { readStoredForm } from "./registration-form-schema";

export type PlannedAnswer = {
  row: number;
  raw: RawAnswer;
  /** The case that it was matched to. */
  found: { id: string; title: string; state: string } | null;
  /** Its values, when they can be read. */
  answer: Answer | null;
  action: AnswerAction;
  differences: AnswerDifference[];
  problems: AnswerProblem[];
};

/** Offices in which the actor handles cases. @throws DomainError "forbidden" (403) without one */
export function handlingOffices(actor: UserActor): string[] {
  const seats = actor.registrarSeats.filter((one) => one.role !== "PRECHECK");
  if (seats.length === 0) throw new DomainError("forbidden", { status: 403 });
  return seats.map((one) => one.officeId);
}

const select = {
  id: true,
  state: true,
  officialNo: true,
  contractSha256: true,
  supplementId: true,
  totalFen: true,
  technicalFen: true,
  approvedIncomeFen: true,
  refusalCodes: true,
  form: true,
  contract: { select: { title: true } },
} as const;

async function findCase(reference: string, officeIds: readonly string[], db: DbOrTx) {
  const text = reference.normalize("NFKC").trim().toUpperCase();
  const number = readCaseNumber(text);
  return db.registration.findFirst({
    where: {
      officeId: { in: [...officeIds] },
      submittedAt: { not: null },
      state: { notIn: ["DRAFT", "PRECHECK", "WITHDRAWN"] },
      ...(number === null ? { OR: [{ registrationNo: text }, { officialNo: text }] } : { number }),
    },
    select,
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findCase>>>;

function caseOf(row: Row): AnswerCase {
  const form = readStoredForm(row.form);
  const fen = (text: string | undefined) => (text && /^\d+$/.test(text) ? BigInt(text) : null);
  return {
    ...row,
    declaredTotalFen: fen(form.total_amount?.value),
    declaredTechnicalFen: fen(form.technical_amount?.value),
  };
}

const isColumn = (name: unknown): name is AnswerColumn =>
  ANSWER_COLUMNS.some((column) => column === name);

async function planOne(
  raw: RawAnswer,
  officeIds: readonly string[],
  db: DbOrTx,
): Promise<PlannedAnswer> {
  const base = { row: raw.row, raw, found: null, answer: null, differences: [] };
  const read = answerSchema.safeParse(raw);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => {
      const [name] = path;
      return { column: isColumn(name) ? name : ("reference" as const), code: message };
    });
    return { ...base, action: "NONE", problems };
  }
  const row = await findCase(read.data.reference, officeIds, db);
  if (!row) {
    const problem = { column: "reference" as const, code: "answer_case_unknown" };
    return { ...base, action: "NONE", problems: [problem] };
  }
  const plan = planAnswer(caseOf(row), read.data, calendarDate(clock.now()));
  const found = { id: row.id, title: row.contract.title, state: row.state };
  return { ...base, ...plan, found, answer: read.data };
}

/**
 * Matches answers to the cases of the offices in which the actor is a registrar, and says what each
 * would do. Writes nothing. Of two answers to one case the second is refused.
 * @throws DomainError "forbidden" (403) for anybody else
 */
export async function planAnswers(
  raws: readonly RawAnswer[],
  actor: UserActor,
  db: DbOrTx,
): Promise<PlannedAnswer[]> {
  const officeIds = handlingOffices(actor);
  const seen = new Set<string>();
  const plans: PlannedAnswer[] = [];
  for (const raw of raws) {
    const plan = await planOne(raw, officeIds, db);
    const isTwice = plan.found !== null && seen.has(plan.found.id);
    if (plan.found) seen.add(plan.found.id);
    const twice = { column: "reference" as const, code: "answer_twice" };
    plans.push(isTwice ? { ...plan, problems: [...plan.problems, twice] } : plan);
  }
  return plans;
}

/** Whether it can be carried out: something is to be done and nothing stands against it. */
export function isDue(plan: Pick<PlannedAnswer, "action" | "problems">): boolean {
  return plan.action !== "NONE" && plan.problems.length === 0;
}
