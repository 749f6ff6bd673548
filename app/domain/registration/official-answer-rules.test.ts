import { describe, expect, it } from "vitest";
import { type AnswerCase, planAnswer } from "./official-answer-rules";
import { answerSchema } from "./official-answer-schema";

const TODAY = "2026-11-22";
const base: AnswerCase = {
  state: "DECISION",
  officialNo: null,
  contractSha256: "a".repeat(64),
  supplementId: null,
  totalFen: null,
  technicalFen: null,
  approvedIncomeFen: null,
  declaredTotalFen: 60_000_000n,
  declaredTechnicalFen: 50_000_000n,
  refusalCodes: [],
};
const registered: AnswerCase = {
  ...base,
  state: "REGISTERED",
  totalFen: 60_000_000n,
  technicalFen: 50_000_000n,
  approvedIncomeFen: 45_000_000n,
};

const answerOf = (change: Record<string, string> = {}) =>
  answerSchema.parse({
    reference: "A-000001",
    decision: "REGISTERED",
    onDate: "2026-11-20",
    officialNo: "2026-3701 0000 0001",
    total: "600,000.00",
    technical: "500000",
    approvedIncome: "450000元",
    refusalCodes: "",
    note: "",
    contractSha256: "",
    ...change,
  });
const plan = (one: AnswerCase, change?: Record<string, string>) =>
  planAnswer(one, answerOf(change), TODAY);

describe("an office's answer", () => {
  it("is read as people write it", () => {
    const { officialNo, approvedIncome, refusalCodes } = answerOf({ refusalCodes: "R1、R3" });
    expect(officialNo).toBe("2026370100000001");
    expect(approvedIncome).toBe(45_000_000n);
    expect(refusalCodes).toEqual(["R1", "R3"]);
    const wrong = answerSchema.safeParse({ ...answerOf(), total: "viel", refusalCodes: "R12" });
    expect(wrong.error?.issues.map((one) => one.path[0])).toEqual(
      expect.arrayContaining(["total", "refusalCodes"]),
    );
  });

  it("registers a case that waits for a decision, and shows what differs from the application", () => {
    expect(plan(base)).toMatchObject({ action: "REGISTER", problems: [] });
    expect(plan(base, { technical: "480000" }).differences).toContainEqual({
      field: "technical",
      here: "50000000",
      there: "48000000",
    });
    expect(plan(base, { approvedIncome: "" }).problems).toEqual([
      { column: "approvedIncome", code: "required" },
    ]);
  });

  it("only adds the number to what is registered, and nothing the second time", () => {
    expect(plan(registered).action).toBe("NUMBER");
    const numbered = { ...registered, officialNo: "2026370100000001" };
    expect(plan(numbered)).toEqual({ action: "NONE", differences: [], problems: [] });
    expect(plan(registered, { technical: "400000" })).toMatchObject({
      action: "NONE",
      problems: [{ column: "technical", code: "answer_amounts_differ" }],
    });
  });

  it("refuses with grounds and reason, and ends with a reason", () => {
    const refused = { decision: "REFUSED", refusalCodes: "R2", note: "不是技术合同" };
    expect(plan(base, refused)).toMatchObject({ action: "REFUSE", problems: [] });
    expect(plan(base, { decision: "REFUSED" }).problems.map((one) => one.column)).toEqual([
      "refusalCodes",
      "note",
    ]);
    expect(plan(registered, { decision: "CANCELLED", note: "合同解除" }).action).toBe("CANCEL");
    expect(plan({ ...registered, state: "REVOKED" }, { decision: "REVOKED" }).action).toBe("NONE");
  });

  it("approves a change only where one was asked for", () => {
    const asked = { ...registered, state: "CHANGE_PENDING", supplementId: "1" };
    expect(plan(asked, { decision: "CHANGED" }).action).toBe("APPROVE_CHANGE");
    expect(plan({ ...asked, supplementId: null }, { decision: "CHANGED" }).problems).toEqual([
      { column: "decision", code: "answer_not_due" },
    ]);
  });

  it("takes no answer to another contract, to a case that is not ready, or from the future", () => {
    const other = plan(base, { contractSha256: "b".repeat(64) });
    expect(other.problems).toEqual([{ column: "reference", code: "answer_contract_differs" }]);
    expect(plan({ ...base, state: "REVIEW" }).problems[0]?.code).toBe("answer_not_due");
    expect(plan(base, { onDate: "2026-11-23" }).problems[0]?.code).toBe("answer_future");
  });
});
