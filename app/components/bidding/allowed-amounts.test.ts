import fc from "fast-check";
import { expect, it } from "vitest";
import { allowedAmounts, checkAmount, stepsAbove } from "./allowed-amounts";

it("offers the least amount and whole steps above it", () => {
  expect(allowedAmounts("202000000", "2000000").map((one) => one.amountFen)).toEqual([
    "202000000",
    "204000000",
    "210000000",
    "220000000",
  ]);
});

it("names the amounts near one that is not allowed", () => {
  expect(checkAmount(100n, "200", "50")).toEqual({ kind: "low", above: "200" });
  expect(checkAmount(270n, "200", "50")).toEqual({ kind: "between", below: "250", above: "300" });
  expect(checkAmount(300n, "200", "50")).toEqual({ kind: "ok" });
  expect(stepsAbove("300", "200", "50")).toBe(2);
});

it("offers only what it allows, and a neighbour of any other amount is allowed", () => {
  const positive = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(positive, positive, positive, (minimum, step, amount) => {
      const least = minimum.toString();
      for (const one of allowedAmounts(least, step.toString())) {
        expect(checkAmount(BigInt(one.amountFen), least, step.toString()).kind).toBe("ok");
      }
      const checked = checkAmount(amount, least, step.toString());
      if (checked.kind === "ok") return;
      expect(checkAmount(BigInt(checked.above), least, step.toString()).kind).toBe("ok");
    }),
  );
});
