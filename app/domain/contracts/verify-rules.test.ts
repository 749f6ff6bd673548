import { describe, expect, it } from "vitest";
import { maskName, verifyOutcomeOf } from "./verify-rules";

const whole = { isWholeFile: true, isOriginal: false };
const part = { isWholeFile: false, isOriginal: true };
const good = { isOurs: true, isValid: true };
const broken = { isOurs: true, isValid: false };
const foreign = { isOurs: false, isValid: true };

describe("what a file is", () => {
  it.each([
    ["ISSUED", true, whole, [good]],
    ["ISSUED", false, whole, []],
    ["UNSEALED", true, { ...whole, isOriginal: true }, []],
    ["EXTENDED", true, part, [good]],
    ["EXTENDED", true, part, []],
    ["CHANGED", true, part, [broken]],
    ["CHANGED", true, null, [broken]],
    ["SEALED_UNKNOWN", true, null, [good]],
    ["UNKNOWN", true, null, [foreign]],
    ["UNKNOWN", true, null, []],
    ["NOT_PDF", false, null, []],
  ] as const)("is %s", (outcome, isPdf, match, seals) => {
    expect(verifyOutcomeOf(isPdf, match, seals)).toBe(outcome);
  });

  it("masks names so that only those who know them recognise them", () => {
    expect(maskName("山东某某大学")).toBe("山东***大学");
    expect(maskName("𠮷野家")).toBe("𠮷***");
    expect(maskName("")).toBe("***");
  });
});
