import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drafted, interleave } from "./interleave";

type Item = { id: string; alsoIds: string[] };
const item = (id: string, ...alsoIds: string[]): Item => ({ id, alsoIds });
const keysOf = (one: Item) => [one.id, ...one.alsoIds];
const list = (text: string) => [...text].map((id) => item(id));
const ids = (places: readonly Drafted<Item>[]) => places.map((one) => one.item.id).join("");
const armCount = (places: readonly Drafted<Item>[], arm: "A" | "B") =>
  places.filter((one) => one.arm === arm).length;

/** Two rankings of overlapping sets of listings, each without repetition. */
const ranking = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrst"), { maxLength: 20 });
const lists = fc.tuple(
  ranking.map((all) => all.map((id) => item(id))),
  ranking.map((all) => all.map((id) => item(id))),
  fc.string(),
);

describe("interleave", () => {
  it("gives the whole list when both agree, half to each", () => {
    const places = interleave(list("abcdef"), list("abcdef"), keysOf, "seed");
    expect(ids(places)).toBe("abcdef");
    expect(armCount(places, "A")).toBe(3);
  });

  it("fills up from the list that is left", () => {
    expect(ids(interleave(list("abc"), [], keysOf, "x"))).toBe("abc");
    expect(interleave([], list("ab"), keysOf, "x").map((one) => one.arm)).toEqual(["B", "B"]);
    expect(interleave([], [], keysOf, "x")).toEqual([]);
  });

  it("takes a listing merged under another one as the same", () => {
    const places = interleave([item("a", "z")], [item("z", "a"), item("b")], keysOf, "seed");
    expect(places).toHaveLength(2);
    expect(places.map((one) => one.item.id).sort()).toContain("b");
  });

  it("is the same for the same seed and lets either ranker begin", () => {
    const [a, b] = [list("abcdef"), list("ghijkl")];
    expect(interleave(a, b, keysOf, "n1:2026-11-22")).toEqual(
      interleave(a, b, keysOf, "n1:2026-11-22"),
    );
    const firsts = new Set(
      Array.from({ length: 40 }, (_, day) => interleave(a, b, keysOf, `n1:${day}`)[0]?.arm),
    );
    expect(firsts).toEqual(new Set(["A", "B"]));
  });

  it("holds every listing of both lists once", () => {
    fc.assert(
      fc.property(lists, ([a, b, seed]) => {
        const places = interleave(a, b, keysOf, seed).map((one) => one.item.id);
        expect(new Set(places).size).toBe(places.length);
        expect(new Set(places)).toEqual(new Set([...a, ...b].map((one) => one.id)));
      }),
    );
  });

  it("keeps the order of each ranker among its own picks, and of both where they agree", () => {
    fc.assert(
      fc.property(lists, ([a, b, seed]) => {
        const places = interleave(a, b, keysOf, seed);
        for (const [arm, ranked] of [["A", a] as const, ["B", b] as const]) {
          const order = new Map(ranked.map((one, index) => [one.id, index]));
          const picks = places
            .filter((one) => one.arm === arm)
            .map((one) => order.get(one.item.id));
          expect(picks).toEqual([...picks].sort((x, y) => (x ?? 0) - (y ?? 0)));
        }
        const inA = new Map(a.map((one, index) => [one.id, index]));
        const inB = new Map(b.map((one, index) => [one.id, index]));
        const shared = places.filter(({ item: one }) => inA.has(one.id) && inB.has(one.id));
        shared.forEach(({ item: later }, index) => {
          for (const { item: earlier } of shared.slice(0, index)) {
            const isTurned =
              (inA.get(later.id) ?? 0) < (inA.get(earlier.id) ?? 0) &&
              (inB.get(later.id) ?? 0) < (inB.get(earlier.id) ?? 0);
            expect(isTurned).toBe(false);
          }
        });
      }),
    );
  });

  it("is fair in every prefix while both have something to say", () => {
    fc.assert(
      fc.property(lists, ([a, b, seed]) => {
        const places = interleave(a, b, keysOf, seed);
        const left = { A: a, B: b };
        for (let length = 1; length <= places.length; length++) {
          const prefix = places.slice(0, length);
          const seen = new Set(prefix.map((one) => one.item.id));
          const difference = armCount(prefix, "A") - armCount(prefix, "B");
          if (Math.abs(difference) <= 1) continue;
          // More than one ahead: the other one had nothing left.
          const behind = difference > 0 ? left.B : left.A;
          const before = places.slice(0, length - 1).map((one) => one.item.id);
          const last = prefix.at(-1)?.item.id;
          expect(behind.every((one) => seen.has(one.id) || before.includes(one.id))).toBe(true);
          expect(last).toBeDefined();
        }
      }),
    );
  });
});
