import { afterEach, describe, expect, it } from "vitest";
import { estimateForAddress } from "~/domain/incentives/estimate-for-address.server";
import { useTestClock } from "~/domain/shared/clock";
import { useTestDb } from "../../setup/database.ts";

const CASE = {
  ...{ kind: "k21", total: "8000000", cost: "1000000", taxes: "100000", sellerKind: "FIRM" },
  ...{ isRegistered: "on", hasSeparateBooks: "on", relatedShare: "0" },
};

describe("the calculator on the seeded policy parameters", () => {
  const t = useTestDb("file");
  let restore = () => {};
  afterEach(() => restore());

  const estimate = (fields: Record<string, string>) =>
    estimateForAddress(new URLSearchParams(fields), t.db);

  it("reads the rules for today by the server's clock", async () => {
    restore = useTestClock(new Date("2026-11-22T16:30:00Z")).restore;
    const page = await estimate(CASE);
    expect(page).toMatchObject({ on: "2026-11-23", isToday: true, errors: {} });
    const tax = page.results?.find((one) => one.incentive === "enterpriseIncomeTax");
    expect(tax).toMatchObject({ outcome: "granted", amountFen: 23_750_000n, gap: null });
    expect(page.results?.filter((one) => one.outcome === "unknown")).toEqual([]);
    const vat = page.results?.find((one) => one.incentive === "vat");
    expect(vat?.rules[0]).toMatchObject({ validFrom: "2026-01-01", confidence: "medium" });
  });

  it("reads them for the date given, and says what is not known then", async () => {
    const page = await estimate({ ...CASE, on: "2012-05-01" });
    expect(page).toMatchObject({ on: "2012-05-01", isToday: false });
    const outcomes = Object.fromEntries(
      (page.results ?? []).map((one) => [one.incentive, one.outcome]),
    );
    expect(outcomes).toMatchObject({
      ...{ enterpriseIncomeTax: "granted", vat: "unknown", stampTax: "unknown" },
    });
  });

  it("blames nobody for an empty form, and keeps what was typed in a wrong one", async () => {
    expect(await estimate({})).toMatchObject({ errors: {}, results: null, typed: {} });
    const wrong = await estimate({ ...CASE, total: "many" });
    expect(wrong).toMatchObject({ errors: { total: "not_an_amount" }, results: null });
    expect(wrong.typed).toEqual({ ...CASE, total: "many" });
  });
});
