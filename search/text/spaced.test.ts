import { expect, it } from "vitest";
import { spaceCharacters } from "./spaced";

it("separates Chinese characters and keeps Latin words and figures whole", () => {
  expect(spaceCharacters("鈉離子電池（LiFePO4/C）用正极")).toBe(
    "钠 离 子 电 池 lifepo4/c 用 正 极",
  );
  expect(spaceCharacters("")).toBe("");
});
