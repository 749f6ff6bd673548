import { expect, it } from "vitest";
import { pairedBootstrap } from "./bootstrap";
import { signTest } from "./sign-test";

it("gives the exact two-sided chance of a split", () => {
  expect(signTest(0, 0)).toBe(1);
  expect(signTest(4, 4)).toBe(1);
  // 2 · 1/32
  expect(signTest(5, 0)).toBeCloseTo(0.0625, 12);
  // 2 · (1 + 10 + 45) / 1024
  expect(signTest(2, 8)).toBeCloseTo(0.109375, 12);
  expect(signTest(8, 2)).toBe(signTest(2, 8));
  // 2 · (1 + 7 + 21 + 35) / 128 = 1
  expect(signTest(3, 4)).toBeCloseTo(1, 12);
});

it("stays exact for thousands", () => {
  expect(signTest(1_950, 2_050)).toBeCloseTo(0.1175, 3);
  expect(signTest(0, 3_000)).toBeGreaterThanOrEqual(0);
  expect(signTest(0, 3_000)).toBeLessThan(1e-300);
});

it("draws the paired bootstrap repeatably around the mean", () => {
  expect(pairedBootstrap([])).toBeNull();
  expect(pairedBootstrap([0.1, 0.1, 0.1])).toMatchObject({ count: 3 });
  expect(pairedBootstrap([0.1, 0.1, 0.1])?.low).toBeCloseTo(0.1, 12);
  const differences = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 0.3 : -0.1));
  const interval = pairedBootstrap(differences);
  expect(interval).toEqual(pairedBootstrap(differences));
  expect(interval?.mean).toBeCloseTo(0.1, 12);
  // Standard error .2 / 10: about .06 to .14.
  expect(interval?.low).toBeGreaterThan(0.04);
  expect(interval?.low).toBeLessThan(0.08);
  expect(interval?.high).toBeGreaterThan(0.12);
  expect(interval?.high).toBeLessThan(0.16);
});
