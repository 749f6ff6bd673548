import { expect, it } from "vitest";
import { declaredRelation } from "./intention-schema";
import { equalPart, leftOfPosterPart, scoutPart } from "./reward-rules";

it("never gives more than there is, and rounds the scout's part down", () => {
  expect(scoutPart(99n, 500)).toBe(4n);
  expect(leftOfPosterPart(1000n, [300n, null, 200n])).toBe(500n);
  expect(equalPart(1000n, 3)).toBe(333n);
  expect(equalPart(-1n, 3)).toBe(0n);
  expect(equalPart(10n, 0)).toBe(0n);
});

it("takes one yes for a relation and waits for all answers", () => {
  const no = { control: "no", commonControl: "no", influence: "no" } as const;
  expect(declaredRelation(no)).toBe(false);
  expect(declaredRelation({ ...no, influence: null })).toBeNull();
  expect(declaredRelation({ ...no, control: "yes", influence: null })).toBe(true);
});
