import { describe, expect, it } from "vitest";
import { toCsv } from "./csv-rules";

describe("toCsv", () => {
  it("quotes what needs it and keeps figures as figures", () => {
    expect(toCsv([["a,b", 'say "x"', 3]])).toBe('\uFEFF"a,b","say ""x""",3\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx"])("takes the power from %s", (text) => {
    expect(toCsv([[text]]).startsWith("\uFEFF'") || toCsv([[text]]).includes("'")).toBe(true);
  });

  it("leaves negative figures alone", () => {
    expect(toCsv([[-5]])).toBe("\uFEFF-5\r\n");
  });
});
