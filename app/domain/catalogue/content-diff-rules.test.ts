import { expect, it } from "vitest";
import { achievementContentSchema } from "./achievement-schema";
import { changesBetween } from "./content-diff-rules";

const before = achievementContentSchema.parse({
  title: "硬碳负极",
  advantages: [{ claim: "首效", figure: "90", unit: "%", baseline: "市售硬碳" }],
  modes: ["LICENCE"],
});

it("names the fields that differ and says them in text", () => {
  const after = achievementContentSchema.parse({
    ...before,
    advantages: [{ claim: "首效", figure: "92", unit: "%", baseline: "市售硬碳" }],
    modes: ["LICENCE", "EQUITY"],
    noStateSecretDeclared: true,
  });
  const read = (field: string, value: string) => (field === "modes" ? `<${value}>` : value);
  expect(changesBetween(before, after, read)).toEqual([
    {
      field: "advantages",
      before: "首效 · 90 · % · 市售硬碳",
      after: "首效 · 92 · % · 市售硬碳",
    },
    { field: "modes", before: "<LICENCE>", after: "<LICENCE>、<EQUITY>" },
  ]);
});

it("finds nothing between equals", () => {
  expect(changesBetween(before, before, (_, value) => value)).toEqual([]);
});
