import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deriveTechnicalFen,
  findAmountFaults,
  nonTechnicalFen,
  technicalShareBp,
} from "./amount-rules";
import { measureCompleteness } from "./completeness-rules";
import { CONTEXT, completeDossier } from "./example-dossiers";
import { readRecognitionParameters } from "./recognition-parameters-rules";
import { checkRecognition } from "./recognition-rules";

const { amounts } = completeDossier("51");
const fen = fc.bigInt({ min: 0n, max: 10n ** 14n });

describe("amounts", () => {
  it("add up for any items within the total: technical + items = total", () => {
    const items = fc.array(fen.map((amountFen) => ({ kind: "PARTS" as const, amountFen })));
    fc.assert(
      fc.property(items, fen, (nonTechnical, technical) => {
        const totalFen = nonTechnicalFen({ nonTechnical }) + technical;
        const derived = deriveTechnicalFen(totalFen, { nonTechnical });
        const faults = findAmountFaults({
          ...amounts,
          totalFen,
          technicalFen: derived,
          nonTechnical,
          instalmentsFen: [totalFen],
        });
        return derived === technical && (technical === 0n || faults.length === 0);
      }),
    );
  });

  it("say what is wrong", () => {
    const faults = (change: Partial<typeof amounts>) => findAmountFaults({ ...amounts, ...change });
    expect(faults({})).toEqual([]);
    expect(faults({ isPriceClear: false })).toEqual(["price_missing"]);
    expect(faults({ totalFen: null, technicalFen: null, isPriceClear: null })).toEqual([
      "price_missing",
    ]);
    expect(faults({ totalFen: null, technicalFen: null })).toEqual([]);
    expect(faults({ technicalFen: 0n })).toContain("technical_out_of_range");
    expect(faults({ technicalFen: 100_000_001n })).toContain("technical_out_of_range");
    expect(faults({ instalmentsFen: [1n] })).toEqual(["instalments_differ"]);
    expect(faults({ approvedIncomeFen: 90_000_001n })).toEqual(["approved_out_of_range"]);
    expect(faults({ nonTechnical: [] })).toEqual(["items_differ"]);
    expect(deriveTechnicalFen(1n, amounts)).toBeNull();
  });

  it("give the technical share in basis points, rounded down", () => {
    expect(technicalShareBp({ totalFen: 3n, technicalFen: 2n })).toBe(6666);
    expect(technicalShareBp({ totalFen: 0n, technicalFen: 0n })).toBeNull();
  });
});

describe("parameters", () => {
  it("are those in force on the date", () => {
    const row = { source: "", validTo: null };
    const rows = [
      { ...row, key: "registration.carrier_sets_max", value: 2, validFrom: "2001-07-18" },
      { ...row, key: "registration.carrier_sets_max", value: 3, validFrom: "2027-01-01" },
      { ...row, key: "registration.technical_share_review_bp", value: 1, validFrom: null },
      { ...row, key: "registration.sd.delegated_limit", value: 10, validFrom: null },
      { ...row, key: "registration.sd.undelegated_cities", value: [], validFrom: null },
    ];
    expect(readRecognitionParameters(rows, "2026-12-31").carrierSetsMax.value).toBe(2);
    expect(readRecognitionParameters(rows, "2027-01-01").carrierSetsMax.value).toBe(3);
    expect(readRecognitionParameters(rows, "2027-01-01").delegatedLimitFen.value).toBe(1000n);
    expect(() => readRecognitionParameters(rows.slice(1), "2026-12-31")).toThrow(
      "carrier_sets_max",
    );
  });
});

describe("completeness", () => {
  it("counts form fields and checks, and names who supplies what", () => {
    const facts = { ...completeDossier("21"), isTextUploaded: null, filledFields: ["seller.name"] };
    const { percent, missing } = measureCompleteness(
      facts,
      checkRecognition(facts, CONTEXT).results,
    );
    expect(percent).toBeLessThan(50);
    expect(missing).toContainEqual({ kind: "CHECK", id: "C01", suppliedBy: "SELLER" });
    expect(missing).toContainEqual({ kind: "FIELD", id: "buyer.uscc", suppliedBy: "BUYER" });
    expect(missing).toContainEqual({ kind: "FIELD", id: "expected_output", suppliedBy: "BUYER" });
    expect(missing).not.toContainEqual(expect.objectContaining({ id: "seller.name" }));
  });
});
