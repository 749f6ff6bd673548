import { describe, expect, it } from "vitest";
import { checkIncentiveFields } from "./incentives-schema";

const PLAIN = { kind: "k21", total: "1000000", sellerKind: "FIRM" };
const check = (changes: Record<string, string>) =>
  checkIncentiveFields(new URLSearchParams({ ...PLAIN, ...changes }));

describe("incentive fields", () => {
  it("reads amounts as people write them", () => {
    const { form } = check({ total: "１,200,000.5 元", ownRule: "70 %" });
    expect(form).toMatchObject({ total: 120_000_050n, ownRule: 70, cost: 0n, on: null });
  });

  it.each([
    [{ total: "" }, { total: "required" }],
    [{ total: "0" }, { total: "required" }],
    [{ total: "abc" }, { total: "not_an_amount" }],
    [{ total: "1.234" }, { total: "not_an_amount" }],
    [{ kind: "" }, { kind: "required" }],
    [{ kind: "k99" }, { kind: "not_a_choice" }],
    [{ on: "2026-02-31" }, { on: "not_a_date" }],
    [{ on: "1800-01-01" }, { on: "not_a_date" }],
    [{ relatedShare: "101" }, { relatedShare: 'out_of_range|{"min":0,"max":100}' }],
    [{ licenceYears: "five" }, { licenceYears: "not_a_number" }],
    [{ nonTechnical: "1000000" }, { nonTechnical: "non_technical_too_large" }],
    [{ nonTechnical: "1", technical: "1" }, { technical: "amounts_do_not_add_up" }],
    [{ technical: "1000001" }, { technical: "amounts_do_not_add_up" }],
    [{ kind: "k11", researchFunds: "1000001" }, { researchFunds: "research_funds_too_large" }],
    [{ incomeOn: "2026-01-02", rewardOn: "2026-01-01" }, { rewardOn: "reward_before_income" }],
    [{ rewardCase: "TRANSFER" }, { rewardBase: "required" }],
    [{ isRegistered: "yes" }, { isRegistered: "not_a_choice" }],
  ])(
    "refuses %o at its field and keeps what was typed",
    (changes: Record<string, string>, errors) => {
      const answer = check(changes);
      expect(answer.errors).toEqual(errors);
      expect(answer.form).toBeNull();
      const kept = Object.fromEntries(
        Object.entries({ ...PLAIN, ...changes }).filter(([, value]) => value !== ""),
      );
      expect(answer.typed).toEqual(kept);
    },
  );

  it("derives the part that is left out", () => {
    expect(check({ technical: "700000" }).form).toMatchObject({
      technical: 70_000_000n,
      nonTechnical: 30_000_000n,
    });
    expect(check({ technical: "700000", nonTechnical: "300000" }).errors).toEqual({});
  });

  it("leaves out what is no field", () => {
    expect(check({ evil: "1" }).typed).toEqual(PLAIN);
  });
});
