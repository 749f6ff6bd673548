import { describe, expect, it } from "vitest";
import {
  isPlaceholderEmail,
  maskEmail,
  maskName,
  maskPhone,
  normaliseEmail,
  normalisePhone,
  placeholderEmail,
  readIdentifier,
} from "./contact-rules";

describe("contact", () => {
  it.each([
    ["13812345678", "+8613812345678"],
    ["１３８ 1234-5678", "+8613812345678"],
    ["+86 138 1234 5678", "+8613812345678"],
    ["0086 13812345678", "+8613812345678"],
    ["+44 20 7946 0958", "+442079460958"],
  ])("reads the phone number %s", (text, phone) => {
    expect(normalisePhone(text)).toBe(phone);
  });

  it.each(["", "12345678901", "+8612345678901", "phone", "1381234567"])("refuses %s", (text) => {
    expect(normalisePhone(text)).toBeNull();
  });

  it.each([
    [" Li.Na@Example.CN ", "li.na@example.cn"],
    ["ｌｉ＠example.cn", "li@example.cn"],
    ["用户@例子.中国", "用户@例子.中国"],
  ])("reads the address %s", (text, email) => {
    expect(normaliseEmail(text)).toBe(email);
  });

  it.each([
    "",
    "a@b",
    "a b@c.cn",
    "a@b.cn\nBcc: x@y.cn",
    "<a@b.cn>",
    "a@-b.cn",
    `${"a".repeat(65)}@b.cn`,
  ])("refuses the address %j", (text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  it("tells addresses from numbers", () => {
    expect(readIdentifier("a@b.cn")).toEqual({ kind: "EMAIL", value: "a@b.cn" });
    expect(readIdentifier("13812345678")?.kind).toBe("PHONE");
    expect(readIdentifier("nobody")).toBeNull();
  });

  it("masks", () => {
    expect(maskEmail("zhang@example.cn")).toBe("z***g@example.cn");
    expect(maskEmail("z@example.cn")).toBe("z***@example.cn");
    expect(maskPhone("+8613812345678")).toBe("+86 138****5678");
    expect(maskName("王小明")).toBe("王**");
    expect(isPlaceholderEmail(placeholderEmail("+8613812345678"))).toBe(true);
  });
});
