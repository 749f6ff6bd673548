import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import type { Db } from "~/platform/db.server";
import { enterOfficialNumber } from "./enter-official-number.server";
import { moveRegistration } from "./move-registration.server";
import { isDue, type PlannedAnswer, planAnswers } from "./official-answer-plan.server";
import type { AnswerAction } from "./official-answer-rules";
import type { Answer, RawAnswer } from "./official-answer-schema";
import type { RegistrationMove } from "./registration-procedure";

/** An answer with what came of it; `error` is the code of what stood against it. */
export type AppliedAnswer = PlannedAnswer & {
  isDone: boolean;
  error: { code: string; params: Record<string, string | number> } | null;
};

const MOVES: Record<Exclude<AnswerAction, "NUMBER" | "NONE">, RegistrationMove> = {
  REGISTER: "register",
  REFUSE: "refuse",
  APPROVE_CHANGE: "approveChange",
  CANCEL: "cancel",
  REVOKE: "revoke",
};

/** What the office answered, as the evidence of the move. */
function evidenceOf(answer: Answer): MoveInput {
  const fen = (amount: bigint | null) => amount?.toString() ?? "";
  return {
    note: answer.note,
    codes: answer.refusalCodes,
    totalFen: fen(answer.total),
    technicalFen: fen(answer.technical),
    approvedIncomeFen: fen(answer.approvedIncome),
    answeredOn: answer.onDate,
    isImported: true,
  };
}

async function applyOne(plan: PlannedAnswer, actor: UserActor, db: Db): Promise<void> {
  const { action, answer, found } = plan;
  if (!answer || !found || action === "NONE") return;
  const registrationId = found.id;
  if (action !== "NUMBER") {
    const input = { registrationId, move: MOVES[action], evidence: evidenceOf(answer) };
    await moveRegistration(input, actor, db);
  }
  const isNumbered = action === "NUMBER" || action === "REGISTER" || action === "APPROVE_CHANGE";
  if (isNumbered && answer.officialNo !== "") {
    await enterOfficialNumber({ registrationId, officialNo: answer.officialNo }, actor, db);
  }
}

/**
 * Carries out the chosen answers, each by itself and by the moves of the procedure, so that person,
 * state and conditions are checked as by hand. What was done before is done no second time: after a
 * kill in the middle the same file is imported again.
 * @param rows numbers of the rows that the registrar has chosen
 * @throws DomainError "forbidden" (403) for whoever is no registrar
 */
export async function applyAnswers(
  input: { raws: readonly RawAnswer[]; rows: readonly number[] },
  actor: UserActor,
  db: Db,
): Promise<AppliedAnswer[]> {
  const plans = await planAnswers(input.raws, actor, db);
  const results: AppliedAnswer[] = [];
  for (const plan of plans) {
    if (!input.rows.includes(plan.row) || !isDue(plan)) {
      results.push({ ...plan, isDone: false, error: null });
      continue;
    }
    try {
      await applyOne(plan, actor, db);
      results.push({ ...plan, isDone: true, error: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, params } = error;
      results.push({ ...plan, isDone: false, error: { code, params } });
    }
  }
  return results;
}
