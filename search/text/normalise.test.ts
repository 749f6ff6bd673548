import { describe, expect, it } from "vitest";
import { foldSameLength, normaliseQuery, normaliseText } from "./normalise";

describe("normaliseText", () => {
  it("folds width, script and invisible characters", () => {
    expect(normaliseText("鈉離子電池　ＬＦＰ１２３")).toBe("钠离子电池 LFP123");
    expect(normaliseText("机\u200b器\ufeff视觉\u0000")).toBe("机器视觉");
  });

  it("keeps characters beyond the basic plane", () => {
    expect(normaliseText("𬭎元素")).toBe("𬭎元素");
  });
});

describe("normaliseQuery", () => {
  it("does not let a minus exclude a word", () => {
    expect(normaliseQuery("低温 -20℃")).toBe("低温 20°c");
    expect(normaliseQuery("COVID-19")).toBe("covid-19");
  });

  it("keeps a phrase and drops an unpaired quotation mark", () => {
    expect(normaliseQuery("“钠离子”电池")).toBe('"钠离子"电池');
    expect(normaliseQuery('"钠离子')).toBe("钠离子");
  });

  it("cuts endless input without cutting a character in half", () => {
    const cut = normaliseQuery("𬭎".repeat(500));
    expect([...cut].length).toBeLessThanOrEqual(120);
    expect(cut.endsWith("𬭎")).toBe(true);
  });
});

describe("foldSameLength", () => {
  it("keeps offsets", () => {
    const text = "ＡＢ鈉離子 ﬁ 𬭎電池";
    expect(foldSameLength(text)).toHaveLength(text.length);
    expect(foldSameLength(text)).toContain("ab钠离子");
  });
});
