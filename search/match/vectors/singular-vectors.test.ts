import { expect, it } from "vitest";
import { leftSingularVectors, type SparseMatrix } from "./singular-vectors";

function sparse(dense: readonly (readonly number[])[]): SparseMatrix {
  const offsets = [0];
  const columnOf: number[] = [];
  const values: number[] = [];
  for (const row of dense) {
    row.forEach((value, column) => {
      if (value === 0) return;
      columnOf.push(column);
      values.push(value);
    });
    offsets.push(values.length);
  }
  return {
    rows: dense.length,
    columns: dense[0]?.length ?? 0,
    offsets: Uint32Array.from(offsets),
    columnOf: Uint32Array.from(columnOf),
    values: Float32Array.from(values),
  };
}

// Sum of 9·u₁v₁ᵀ and 4·u₂v₂ᵀ with u₁ = (3,4,0)/5, u₂ = (0,0,1).
const matrix = sparse([
  [5.4, 0, 0, 0],
  [7.2, 0, 0, 0],
  [0, 4, 0, 0],
]);

it("finds the strongest directions, strongest first", () => {
  const u = leftSingularVectors(matrix, 2, { seed: 3, iterations: 3 });
  const column = (k: number) => [0, 1, 2].map((row) => Math.abs(u[row * 2 + k] ?? 0));
  expect(column(0)[0]).toBeCloseTo(0.6, 4);
  expect(column(0)[1]).toBeCloseTo(0.8, 4);
  expect(column(0)[2]).toBeCloseTo(0, 4);
  expect(column(1)[2]).toBeCloseTo(1, 4);
});

it("gives the same for the same seed and refuses more directions than there are", () => {
  const options = { seed: 5, iterations: 2 };
  expect(leftSingularVectors(matrix, 2, options)).toEqual(leftSingularVectors(matrix, 2, options));
  expect(() => leftSingularVectors(matrix, 4, options)).toThrow(RangeError);
});
