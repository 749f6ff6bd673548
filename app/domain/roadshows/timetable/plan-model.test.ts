import fc from "fast-check";
import { expect, it } from "vitest";
import { boundByPrices, PlanModel } from "./plan-model";

function knapsack() {
  const model = new PlanModel();
  const [a, b, c] = [model.column(5), model.column(4), model.column(3)];
  model.row([a, b], 1);
  model.row([b, c], 1);
  model.equal([a], 1);
  return model.data(false);
}

it("bounds the best value whatever the prices are", () => {
  const price = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(price, { minLength: 3, maxLength: 3 }), (prices) => {
      expect(boundByPrices(knapsack(), prices)).toBeGreaterThanOrEqual(8 - 1e-9);
    }),
    { seed: 1 },
  );
});

it("is exact with the right prices, and simple with none or with broken ones", () => {
  expect(boundByPrices(knapsack(), [0, 3, 5])).toBe(8 + 1);
  expect(boundByPrices(knapsack(), [4, 0, 1])).toBe(8);
  expect(boundByPrices(knapsack(), [])).toBe(12);
  expect(boundByPrices(knapsack(), [Number.NaN, Number.POSITIVE_INFINITY, 0])).toBe(12);
});
