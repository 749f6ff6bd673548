import { describe, expect, it } from "vitest";
import type { ContractClause } from "./contract-clause-schema";
import { changeClauses, rebaseClauses } from "./draft-change-rules";
import { compareVersions } from "./version-diff-rules";

const clause = (key: string, body = key, isEdited = false): ContractClause => ({
  key,
  heading: key,
  body,
  isEdited,
});
const TEMPLATE = [clause("one"), clause("two"), clause("three")];
const keysOf = (clauses: readonly ContractClause[] | null) => clauses?.map((one) => one.key);
const at = { draftNumber: 1, note: "" };

describe("changeClauses", () => {
  it("marks what differs from the template, and unmarks what says the same again", () => {
    const change = { ...at, intent: "edit", key: "two", heading: "two" } as const;
    const edited =
      changeClauses(TEMPLATE, { ...change, body: "x" }, TEMPLATE, "own-1").clauses ?? [];
    expect(edited[1]).toEqual(clause("two", "x", true));
    const back = changeClauses(edited, { ...change, body: "two" }, TEMPLATE, "own-1").clauses;
    expect(back).toEqual(TEMPLATE);
    expect(changeClauses(TEMPLATE, { ...change, body: "two" }, TEMPLATE, "own-1").refusal).toBe(
      "nothing_changed",
    );
  });

  it("adds after a clause, moves by one place, and not beyond the ends", () => {
    const added = changeClauses(
      TEMPLATE,
      { ...at, intent: "add", after: "one", heading: "h", body: "b" },
      TEMPLATE,
      "own-1",
    );
    expect(keysOf(added.clauses)).toEqual(["one", "own-1", "two", "three"]);
    const up = changeClauses(TEMPLATE, { ...at, intent: "up", key: "three" }, TEMPLATE, "own-1");
    expect(keysOf(up.clauses)).toEqual(["one", "three", "two"]);
    const down = changeClauses(
      TEMPLATE,
      { ...at, intent: "down", key: "three" },
      TEMPLATE,
      "own-1",
    );
    expect(down.refusal).toBe("nothing_changed");
  });

  it("takes a clause out and puts it back at its place", () => {
    const without =
      changeClauses(TEMPLATE, { ...at, intent: "remove", key: "two" }, TEMPLATE, "own-1").clauses ??
      [];
    expect(keysOf(without)).toEqual(["one", "three"]);
    const restore = { ...at, intent: "restore", key: "two" } as const;
    expect(changeClauses(without, restore, TEMPLATE, "own-1").clauses).toEqual(TEMPLATE);
    expect(changeClauses(without, { ...restore, key: "nine" }, TEMPLATE, "own-1").refusal).toBe(
      "not_found",
    );
  });
});

describe("rebaseClauses", () => {
  const fresh = [clause("one", "new"), clause("two"), clause("four")];

  it("follows the new template but for what people wrote and took out", () => {
    const draft = [clause("one"), clause("own-1", "mine", true), clause("three", "edited", true)];
    expect(rebaseClauses(draft, TEMPLATE, fresh)).toEqual([
      clause("one", "new"),
      clause("four"),
      clause("own-1", "mine", true),
      clause("three", "edited", true),
    ]);
  });
});

describe("compareVersions", () => {
  it("names added, removed, changed and moved clauses in the order of the newer version", () => {
    const before = [clause("one"), clause("two"), clause("three"), clause("four")];
    const after = [clause("four"), clause("one"), clause("own-1"), clause("three", "x")];
    const found = compareVersions(before, after).map((one) => [one.kind, one.key]);
    expect(found).toEqual([
      ["MOVED", "four"],
      ["ADDED", "own-1"],
      ["REMOVED", "two"],
      ["CHANGED", "three"],
    ]);
    expect(compareVersions(before, before)).toEqual([]);
  });
});
