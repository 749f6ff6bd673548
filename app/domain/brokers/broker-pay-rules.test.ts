import { describe, expect, it } from "vitest";
import { costBearer, feeParts, feeSurvivesEnd, mayClaimFee } from "./broker-pay-rules";

describe("pay of brokers by law", () => {
  it("no main contract, no fee (art. 40)", () => {
    expect(mayClaimFee({ hasMainContract: false }).value).toBe(false);
    expect(mayClaimFee({ hasMainContract: true }).value).toBe(true);
    expect(mayClaimFee({ hasMainContract: true }).source).toContain("第四十条");
  });

  it("costs not agreed fall to the broker (arts 38, 39)", () => {
    expect(costBearer(null).value).toBe("BROKER");
    expect(costBearer("CLIENT").value).toBe("CLIENT");
  });

  it("an unclear clause of the main contract: half each, the odd fen to the client (art. 39-3)", () => {
    const parts = feeParts({ basis: "MAIN_CONTRACT_CLAUSE", payer: null, feeFen: 101n });
    expect(parts.value).toEqual([
      { payer: "CLIENT", amountFen: 51n },
      { payer: "OTHER_SIDE", amountFen: 50n },
    ]);
    expect(parts.source).toContain("第三十九条第三款");
  });

  it("a mandate: the client, unless half each was agreed", () => {
    const client = feeParts({ basis: "MANDATE", payer: null, feeFen: 100n }).value;
    expect(client).toEqual([{ payer: "CLIENT", amountFen: 100n }]);
    const half = feeParts({ basis: "MANDATE", payer: "HALF_EACH", feeFen: 100n }).value;
    expect(half.map((part) => part.amountFen)).toEqual([50n, 50n]);
  });

  it("a fee survives the end of the contract without the broker's fault (art. 41)", () => {
    expect(feeSurvivesEnd({ isBrokerAtFault: false }).value).toBe(true);
    expect(feeSurvivesEnd({ isBrokerAtFault: true }).value).toBe(false);
  });
});
