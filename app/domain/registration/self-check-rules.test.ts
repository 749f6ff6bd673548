import { describe, expect, it } from "vitest";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import { CONTEXT } from "./example-dossiers";
import { checkRecognition } from "./recognition-rules";
import { toDossierFacts } from "./self-check-rules";
import { PRESENT_PAPERS, PRESENT_TERMS, PROOFS, selfCheckSchema } from "./self-check-schema";

const report = (form: Record<string, unknown>) =>
  checkRecognition(toDossierFacts(selfCheckSchema.parse(form)), CONTEXT);

const whole = {
  signedOn: "2026-10-01",
  total: "1,000,000",
  technical: "900000",
  costEQUIPMENT: "100000",
  paymentMethod: "LUMP_SUM",
  licenceKind: "SOLE",
  licenceTerritory: "中国",
  licenceEndsOn: "2030-01-01",
  patentNumber: "202010012345.4",
  patentFiledOn: "2020-01-10",
  patentTermEndsOn: "2040-01-10",
  present: [...PRESENT_PAPERS, ...PRESENT_TERMS],
  proof: [...PROOFS],
};

describe("the self-check", () => {
  it.each(SUB_KINDS)("of a whole %s leaves the rest to a person, never decides", (category) => {
    const { outcome, refusals, results } = report({
      ...whole,
      category,
      statedFamily: category.charAt(0),
    });
    expect(results.filter((one) => one.answer === "NOT_MET").map((one) => one.id)).toEqual([]);
    expect({ outcome, refusals }).toEqual({ outcome: "PERSON_DECIDES", refusals: [] });
  });

  it("of an empty form says what is missing", () => {
    const { outcome, refusals, results } = report({ category: "21" });
    const missing = results.filter((one) => one.answer === "NOT_MET").map((one) => one.id);
    expect(missing).toEqual(
      expect.arrayContaining(["C01", "C02", "C03", "C04", "C06", "C09", "C11", "C13", "C32"]),
    );
    expect(outcome).toBe("REFUSED");
    expect(refusals).toEqual(["R1", "R3", "R7"]);
  });

  it("weighs what speaks against the contract", () => {
    const ids = (situation: string[], clauses: string[] = []) =>
      report({ ...whole, category: "11", situation, clauses, proof: [] })
        .results.filter((one) => one.answer === "NOT_MET")
        .map((one) => one.id);
    expect(ids(["excludedWork", "basicResearch", "stateSecret"])).toEqual(["C23", "C29", "C37"]);
    expect(ids(["registered", "prohibited"])).toEqual(["C21", "C33"]);
    expect(ids(["department", "foreignParty", "foreignLanguage", "condition", "mixed"])).toEqual([
      "C05",
      "C22",
      "C30",
      "C31",
      "C38",
    ]);
    expect(ids([], ["NO_CHALLENGE"])).toEqual([]);
  });

  it("refuses what is no amount, date or choice", () => {
    const faults = (form: Record<string, unknown>) =>
      selfCheckSchema.safeParse(form).error?.issues.map((one) => one.message);
    expect(faults({})).toEqual(["required"]);
    expect(faults({ category: "21", total: "many", signedOn: "yesterday" })).toEqual([
      "not_a_date",
      "not_an_amount",
    ]);
  });
});
