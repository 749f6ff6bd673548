import { expect, it } from "vitest";
import { readRemoval, removeRow } from "./step-fields";

it("removeRow closes the gap and leaves other fields alone", () => {
  const fields = new FormData();
  fields.append("team[0].role", "a");
  fields.append("team[1].role", "b");
  fields.append("team[2].role", "c");
  fields.append("teamwork[1]", "x");
  expect([...removeRow(fields, "team", 1)]).toEqual([
    ["team[0].role", "a"],
    ["team[1].role", "c"],
    ["teamwork[1]", "x"],
  ]);
});

it.each(["remove:team", "remove:te.*am:1", "remove:team:100000", "next"])(
  "refuses %s",
  (intent) => {
    expect(readRemoval(intent)).toBeNull();
  },
);
