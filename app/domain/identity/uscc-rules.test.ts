import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUscc, isOrganisationCodeMet, normaliseUscc } from "./uscc-rules";

describe("unified social credit code", () => {
  it.each(["914403001922038216", "9144030071526726XG", "91110000802100433B"])(
    "accepts %s",
    (code) => {
      expect(checkUscc(code)).toMatchObject({ form: "RIGHT", isCheckDigitMet: true });
      expect(isOrganisationCodeMet(code)).toBe(true);
    },
  );

  it("only warns about the lawful early codes that fail the check", () => {
    expect(checkUscc("91350100M0001TGQXM")).toEqual({
      form: "RIGHT",
      isCheckDigitMet: false,
      expected: "1",
      regionCode: "350100",
    });
  });

  it.each(["", "91440300192203821", "9144030019220382166", "91440300192203821I", "九一四四"])(
    "refuses the form of %s",
    (code) => {
      expect(checkUscc(code)).toEqual({ form: "WRONG" });
    },
  );

  it("reads what people type", () => {
    expect(normaliseUscc(" ９１４４ 0300-7152 6726xg ")).toBe("9144030071526726XG");
  });

  it("finds every single wrong symbol", () => {
    const symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const code = "914403001922038216";
    fc.assert(
      fc.property(fc.nat(16), fc.nat(30), (place, symbol) => {
        const other = symbols[symbol] ?? "0";
        fc.pre(other !== code[place]);
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        expect(checkUscc(wrong)).toMatchObject({ isCheckDigitMet: false });
      }),
    );
  });
});
