import { expect, it } from "vitest";
import { levelOfAnswer } from "./answer-relevance-rules";
import { ANSWERS, DECLINE_CODES } from "./answer-schema";

it("takes interest for related and a wrong field for unrelated, and nothing else", () => {
  const told = ANSWERS.flatMap((answer) =>
    [null, ...DECLINE_CODES].flatMap((code) => {
      const level = levelOfAnswer(answer, code);
      return level === null ? [] : [`${answer} ${code} ${level}`];
    }),
  );
  expect(told.filter((one) => !one.startsWith("INTERESTED"))).toEqual([
    "NOT_FOR_US NOT_OUR_FIELD 1",
  ]);
  expect(levelOfAnswer("INTERESTED", null)).toBe(2);
});
