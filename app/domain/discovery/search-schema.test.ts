import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readListingSearch,
  toggleFilter,
  withoutFilters,
  writeListingSearch,
} from "./search-schema";

const read = (query: string) => readListingSearch(new URLSearchParams(query));

describe("readListingSearch", () => {
  it("reads every filter", () => {
    const search = read(
      "q=电池&field=4.1&field=5&region=370102&trl=4-6&fresh=30&sort=newest&page=3",
    );
    expect(search).toMatchObject({
      q: "电池",
      field: ["4.1", "5"],
      region: ["370102"],
      trl: ["4-6"],
      fresh: 30,
      sort: "newest",
      page: 3,
    });
  });

  it("leaves out what it does not understand", () => {
    const search = read(
      "field=%22OR 1=1&region=37&trl=4-7&fresh=8&sort=evil&page=-3&owner=x&price=1",
    );
    expect(search).toEqual(read(""));
  });

  it("never fails and is stable under writing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: "grapheme" }))), (pairs) => {
        const once = writeListingSearch(readListingSearch(new URLSearchParams(pairs)));
        expect(writeListingSearch(read(once))).toBe(once);
      }),
    );
  });
});

it("toggles a value and returns to the first page", () => {
  const search = read("q=x&page=4");
  const chosen = toggleFilter(search, "mode", "LICENCE");
  expect(writeListingSearch(chosen)).toBe("q=x&mode=LICENCE");
  expect(writeListingSearch(toggleFilter(chosen, "mode", "LICENCE"))).toBe("q=x");
});

it("keeps words and order when filters are cleared", () => {
  const cleared = withoutFilters(read("q=x&field=1&fresh=7&challenge=1&sort=trl&page=2"));
  expect(writeListingSearch(cleared)).toBe("q=x&sort=trl");
});
