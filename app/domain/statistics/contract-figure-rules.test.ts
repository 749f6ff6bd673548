import { describe, expect, it } from "vitest";
import { type ContractCell, holdBack } from "./contract-figure-rules";

const cell = (code: string, behind: number): ContractCell => ({
  ...{ code, behind, contracts: behind, totalFen: 100n, technicalFen: 90n },
});
const heldOf = (cells: ContractCell[]) =>
  holdBack(cells)
    .filter((one) => one.figures === null)
    .map((one) => one.code);

describe("small cells of the contract figures", () => {
  it("are held back, empty ones are not", () => {
    expect(heldOf([cell("a", 1), cell("b", 2), cell("c", 3), cell("d", 0)])).toEqual(["a", "b"]);
  });

  it("cannot be found by subtraction: a second one goes with a single one", () => {
    expect(heldOf([cell("a", 9), cell("b", 2), cell("c", 3)])).toEqual(["b", "c"]);
    expect(heldOf([cell("a", 1), cell("d", 0)])).toEqual(["a"]);
  });

  it("leave everything in sight when there are none", () => {
    expect(heldOf([cell("a", 3), cell("b", 12)])).toEqual([]);
  });
});
