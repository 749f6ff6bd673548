import { describe, expect, it } from "vitest";
import { readRequestText, writeRequestText } from "./request-text-rules";

describe("request text", () => {
  it("comes back as it went in, whatever people type", () => {
    const text = { cooperation: '想"试用"\n三个月', unclear: "", about: "我们是𬭎材料公司 <b>" };
    expect(readRequestText(writeRequestText(text))).toEqual(text);
  });

  it.each(["我们想合作", "{broken", '{"cooperation":1}', "[]"])("keeps foreign text %s", (text) => {
    expect(readRequestText(text)).toEqual({ cooperation: text, unclear: "", about: "" });
  });
});
