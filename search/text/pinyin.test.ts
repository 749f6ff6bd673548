import { describe, expect, it } from "vitest";
import { pinyinForms } from "./pinyin";

describe("pinyinForms", () => {
  it("writes pinyin and initials from every word's beginning", () => {
    const forms = pinyinForms("钠离子电池").split(" ");
    expect(forms).toContain("nalizidianchi");
    expect(forms).toContain("dianchi");
    expect(forms).toContain("nlzdc");
  });

  it("reads traditional characters and leaves Latin words alone", () => {
    expect(pinyinForms("機器視覺 LED").split(" ")).toContain("jiqishijue");
    expect(pinyinForms("LED 2026")).toBe("");
  });
});
