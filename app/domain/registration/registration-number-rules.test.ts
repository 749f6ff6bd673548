import { describe, expect, it } from "vitest";
import {
  formatRegistrationNo,
  isRegistrationNo,
  OFFICIAL_NUMBER,
} from "./registration-number-rules";

const no = formatRegistrationNo({ officeCode: "370100-01", year: 2026, serial: 42 });

describe("registration number", () => {
  it("names office, year and serial", () => {
    expect(no).toMatch(/^370100-01-2026-000042-[0-9A-Z]$/);
    expect(isRegistrationNo(no)).toBe(true);
  });

  it("notices every changed character and swapped neighbours", () => {
    for (let at = 0; at < no.length; at += 1) {
      const old = no[at] ?? "";
      if (old === "-") continue;
      const changed = `${no.slice(0, at)}${old === "7" ? "8" : "7"}${no.slice(at + 1)}`;
      expect(isRegistrationNo(changed), changed).toBe(false);
    }
    expect(isRegistrationNo(no.replace("0042", "0024"))).toBe(false);
  });

  it("takes official numbers of either scheme", () => {
    expect(OFFICIAL_NUMBER.test("26370101000001")).toBe(true);
    expect(OFFICIAL_NUMBER.test("2026370101000001")).toBe(true);
    expect(OFFICIAL_NUMBER.test("26-3701")).toBe(false);
  });
});
