import { describe, expect, it } from "vitest";
import { divideFen, isWhole, maskName } from "./reward-share-rules";

const sum = (parts: readonly bigint[]) => parts.reduce((total, one) => total + one, 0n);

describe("dividing a reward", () => {
  it("gives the odd fen to the largest remainders", () => {
    expect(divideFen(100n, [3333, 3333, 3334])).toEqual([33n, 33n, 34n]);
    expect(divideFen(2n, [2500, 2500, 2500, 2500])).toEqual([1n, 1n, 0n, 0n]);
    expect(divideFen(1n, [4000, 6000])).toEqual([0n, 1n]);
  });

  it("never loses or makes a fen", () => {
    const lists = [[10_000], [1, 9999], [3333, 3333, 3334], [1, 1, 1, 9997], [1429, 8571]];
    for (const shares of lists) {
      for (let total = 0n; total < 20_011n; total += 37n) {
        const parts = divideFen(total, shares);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, at) => {
          const floor = (total * BigInt(shares[at] ?? 0)) / 10_000n;
          expect(part === floor || part === floor + 1n).toBe(true);
        });
      }
    }
    expect(sum(divideFen(999_999_999_999_999n, [3333, 3333, 3334]))).toBe(999_999_999_999_999n);
  });

  it("refuses shares that are no whole", () => {
    expect(isWhole([5000, 4999])).toBe(false);
    expect(isWhole([])).toBe(false);
    expect(isWhole([10_000, 0])).toBe(false);
    expect(() => divideFen(1n, [5000])).toThrow(RangeError);
    expect(() => divideFen(-1n, [10_000])).toThrow(RangeError);
  });

  it("hides all of a name but the first character, rare ones too", () => {
    expect(maskName("张三丰")).toBe("张**");
    expect(maskName("𬭚某")).toBe("𬭚*");
  });
});
