import { describe, expect, it } from "vitest";
import { CATEGORY_QUESTIONS } from "~/domain/registration/category-answers-rules";
import { zhCN } from "./zh-CN";

describe("texts of the category questions", () => {
  it("has a text for every answer, and none for an answer that is gone", () => {
    const asked = Object.values(CATEGORY_QUESTIONS).map(({ id, answers }) => [
      id,
      answers.map((answer) => answer.value).sort(),
    ]);
    const written = Object.entries(zhCN.registration.answer).map(([id, texts]) => [
      id,
      Object.keys(texts).sort(),
    ]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(asked));
  });
});
