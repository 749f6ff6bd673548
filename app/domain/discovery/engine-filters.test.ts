import { describe, expect, it } from "vitest";
import { dayNumber } from "#search/indexes/listing-document";
import { activeGroups, engineFilter, engineSort } from "./engine-filters";
import { toFacetCounts } from "./facet-counts";
import { pageNumbers } from "./page-numbers";
import { readListingSearch } from "./search-schema";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const read = (query: string) => readListingSearch(new URLSearchParams(query));

describe("engineFilter", () => {
  it("joins values of a group by OR and groups by AND", () => {
    expect(
      engineFilter(read("field=4&field=5.1&region=370000&region=370102&trl=4-6"), NOW),
    ).toEqual([
      'fields IN ["4", "5.1"]',
      '(province = "370000" OR (district = "370102" OR city = "370102"))',
      "(trl 4 TO 6)",
    ]);
  });

  it("leaves out the group that is being counted", () => {
    expect(engineFilter(read("field=4&mode=LICENCE"), NOW, "field")).toEqual([
      'modes IN ["LICENCE"]',
    ]);
    expect(activeGroups(read("field=4&fresh=7"), NOW)).toEqual(["field", "fresh"]);
  });
});

it("sorts by date when there are no words", () => {
  expect(engineSort(read(""))).toEqual(["publishedAt:desc"]);
  expect(engineSort(read("q=x"))).toEqual([]);
  expect(engineSort(read("q=x&sort=price"))).toEqual(["priceSortFen:asc", "publishedAt:desc"]);
});

it("adds levels up to bands and days up to periods", () => {
  const today = dayNumber(NOW);
  const counts = toFacetCounts(
    () => ({
      trl: { "1": 2, "3": 1, "6": 4 },
      publishedDay: { [today]: 1, [today - 6]: 2, [today - 7]: 4, [today - 100]: 8 },
    }),
    NOW,
  );
  expect([...counts.trl]).toEqual([
    ["1-3", 3],
    ["4-6", 4],
  ]);
  expect(Object.fromEntries(counts.fresh)).toEqual({ "7": 3, "30": 7, "90": 7, "180": 15 });
});

it("offers the first, the last and the pages around", () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(10, 20)).toEqual([1, null, 8, 9, 10, 11, 12, null, 20]);
});
