import { describe, expect, it } from "vitest";
import { lotPriceFormSchema } from "./lot-draft-schema";

const price = {
  mode: "ASCENDING",
  startPrice: "1,000,000",
  step: "10000",
  deposit: "100000",
  reserveKind: "SECRET",
  reserve: "1234567.89",
  priceBasis: "INQUIRY",
};

describe("the form of the price", () => {
  const refused = (change: Record<string, string>) =>
    lotPriceFormSchema
      .safeParse({ ...price, ...change })
      .error?.issues.map((one) => [one.path[0], one.message]);

  it("takes sound figures", () => {
    expect(lotPriceFormSchema.safeParse(price).success).toBe(true);
  });

  it.each([
    [{ startPrice: "0" }, "startPrice", "not_an_amount"],
    [{ startPrice: "-5" }, "startPrice", "not_an_amount"],
    [{ step: "0" }, "step", "lot_step_unsound"],
    [{ step: "2000000" }, "step", "lot_step_unsound"],
    [{ reserve: "999999" }, "reserve", "lot_reserve_unsound"],
    [{ mode: "DESCENDING" }, "reserve", "lot_reserve_unsound"],
    [{ deposit: "1e9" }, "deposit", "not_an_amount"],
    [{ feePercent: "30" }, "feePercent", "out_of_range"],
  ] as const)("refuses %j at its field", (change, field, message) => {
    const found = refused(change)?.find(([path]) => path === field);
    expect(found?.[1]).toContain(message);
  });
});
