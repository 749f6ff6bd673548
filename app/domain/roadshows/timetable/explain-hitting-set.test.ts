import fc from "fast-check";
import { expect, it } from "vitest";
import { smallestHittingSet } from "./explain-hitting-set";

const sets = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 }), {
  maxLength: 6,
});

it("is as small as any set of letters that hits all", () => {
  fc.assert(
    fc.property(sets, (lists) => {
      const letters = ["a", "b", "c", "d", "e"];
      let least = 5;
      for (let mask = 0; mask < 32; mask += 1) {
        const chosen = letters.filter((_, at) => mask & (1 << at));
        const hits = lists.every((list) => list.some((one) => chosen.includes(one)));
        if (hits) least = Math.min(least, chosen.length);
      }
      const found = smallestHittingSet(
        lists.map((list) => new Set(list)),
        6,
      );
      expect(found?.length).toBe(least);
      expect(lists.every((list) => list.some((one) => found?.includes(one)))).toBe(true);
    }),
    { seed: 1 },
  );
});

it("is null where none is smaller than asked", () => {
  expect(smallestHittingSet([new Set(["a"]), new Set(["b"])], 2)).toBeNull();
});
