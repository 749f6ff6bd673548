import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "~/domain/audit/canonical-json";
import {
  canonicalText,
  combineShares,
  fromBase64Url,
  splitSecret,
  toBase64Url,
} from "./secret-sharing-rules.js";

const secret = fc.uint8Array({ minLength: 1, maxLength: 64 });
const scheme = fc
  .integer({ min: 1, max: 9 })
  .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count })));

describe("secret sharing", () => {
  it("gives the secret back from any threshold of the shares, in any order", () => {
    fc.assert(
      fc.property(secret, scheme, fc.infiniteStream(fc.nat()), (bytes, [count, need], order) => {
        const shares = splitSecret(bytes, count, need);
        const chosen = shares
          .map((share) => ({ share, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .slice(0, need)
          .map((one) => one.share);
        expect(combineShares(chosen)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it("says nothing with one share of two: every secret is as likely", () => {
    // For one byte the line through (0, s) and (x, y) exists for each s, once.
    const share = 0x53;
    for (let x = 1; x <= 3; x += 1) {
      const found = new Set<number>();
      for (let slope = 0; slope < 256; slope += 1) {
        const parts = splitSecret(new Uint8Array([0]), 3, 2, () => new Uint8Array([slope]));
        const y = parts[x - 1]?.[1] ?? 0;
        found.add(y ^ share);
      }
      expect(found.size).toBe(256);
    }
  });

  it("computes the published example of the field", () => {
    // 0x57 · 0x83 = 0xc1 (FIPS 197, 4.2): the slope times the place, for a secret of 0.
    const parts = splitSecret(new Uint8Array([0]), 0x83, 2, () => new Uint8Array([0x57]));
    expect(parts[0x82]?.[1]).toBe(0xc1);
  });

  it("takes the last coefficient as it comes, zero included", () => {
    const parts = splitSecret(new Uint8Array([7]), 3, 2, () => new Uint8Array([0]));
    expect(parts.map((part) => part[1])).toEqual([7, 7, 7]);
  });

  it("does not give the secret for a changed share", () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 1, max: 255 }), (bytes, change) => {
        const [a, b] = splitSecret(bytes, 3, 2);
        if (!a || !b) throw new Error("no shares");
        b[1] = (b[1] ?? 0) ^ change;
        expect(combineShares([a, b])).not.toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it("refuses what cannot be", () => {
    const [a, b] = splitSecret(new Uint8Array(4), 3, 2);
    if (!a || !b) throw new Error("no shares");
    const shorter = b.slice(0, 3);
    for (const shares of [[], [a, a], [a, shorter], [new Uint8Array(5), a]]) {
      expect(() => combineShares(shares)).toThrow("bad_shares");
    }
    for (const [count, need] of [
      [2, 3],
      [256, 2],
      [3, 0],
    ] as const) {
      expect(() => splitSecret(new Uint8Array(1), count, need)).toThrow("bad_split");
    }
    expect(() => splitSecret(new Uint8Array(0), 3, 2)).toThrow("bad_split");
  });
});

describe("texts of bytes and values", () => {
  it("writes and reads base64url", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
    expect(toBase64Url(new Uint8Array(100_000)).length).toBe(133_334);
    expect(() => fromBase64Url("a b")).toThrow("bad_base64");
  });

  it("writes canonical JSON as the rest of the market does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalText(value)).toBe(canonicalJson(value));
      }),
    );
  });
});
