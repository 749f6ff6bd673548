import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each(["/", "/desk?x=1#y", "/需求"])("keeps %s", (path) => {
    expect(decodeURI(safePath(path))).toBe(path);
  });

  it.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    null,
    "/\t/evil.example",
  ])("refuses %s", (path) => {
    expect(safePath(path)).toBe("/");
  });
});
