import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReference, readReference, referenceOf } from "./payment-reference-rules";

const numbers = fc.integer({ min: 1, max: 2_147_483_647 });

describe("a payment's reference", () => {
  it("is the number with its check digits", () => {
    expect(referenceOf(12)).toBe("GM0000001262");
    expect(readReference("GM0000001262")).toBe("GM0000001262");
  });

  it("has check digits after ISO 7064 MOD 97-10: the whole number leaves 1", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const reference = referenceOf(number);
        expect(BigInt(reference.slice(2)) % 97n).toBe(1n);
        expect(readReference(reference)).toBe(reference);
      }),
    );
  });

  it("with one wrong digit is no reference", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const digits = [...referenceOf(number).slice(2)];
        const at = place % digits.length;
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readReference(`GM${digits.join("")}`)).toBeNull();
      }),
    );
  });

  it("with two digits swapped, next to each other or not, is no reference", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.nat(), (number, first, second) => {
        const digits = [...referenceOf(number).slice(2)];
        const [a, b] = [first % digits.length, second % digits.length];
        fc.pre(digits[a] !== digits[b]);
        [digits[a], digits[b]] = [digits[b] ?? "", digits[a] ?? ""];
        expect(readReference(`GM${digits.join("")}`)).toBeNull();
      }),
    );
  });

  it("is read as people and banks write it", () => {
    const reference = referenceOf(12_345);
    expect(readReference(` ${reference.toLowerCase()} `)).toBe(reference);
    expect(readReference("ＧＭ００００００１２６２")).toBe("GM0000001262");
    expect(readReference(reference.slice(0, -1))).toBeNull();
    expect(readReference("")).toBeNull();
  });

  it("is found in a bank's line among other numbers, and never made up", () => {
    const reference = referenceOf(12_345);
    const spaced = reference.replace(/(\d{4})/g, "$1 ");
    expect(findReference(`转账 20261122 附言${spaced}保证金`)).toBe(reference);
    expect(findReference(`GM1234567890 ${reference}`)).toBe(reference);
    expect(findReference("往来款 20261122000123456789")).toBeNull();
  });
});
