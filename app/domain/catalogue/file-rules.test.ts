import { describe, expect, it } from "vitest";
import { cleanFileName, faultOfFile } from "./file-rules";

describe("faultOfFile", () => {
  it.each([
    ["PICTURE", "样机.jpeg", 1000, "jpg", undefined],
    ["ATTACHMENT", "报告.PDF", 1000, "pdf", undefined],
    ["PICTURE", "页面.svg", 1000, "xml", "file_type_refused"],
    ["PICTURE", "virus.png", 1000, "exe", "file_disguised"],
    ["ATTACHMENT", "a.pdf", 1000, undefined, "file_disguised"],
    ["ATTACHMENT", "a.zip", 1000, "docx", "file_disguised"],
    ["PICTURE", "a.png", 0, undefined, "file_empty"],
    ["PICTURE", "a.png", 6_000_000, "png", "file_too_large"],
    ["ATTACHMENT", "a.pdf.html", 1000, undefined, "file_type_refused"],
  ] as const)("%s %s of %i bytes found to be %s: %s", (purpose, name, size, found, code) => {
    expect(faultOfFile(purpose, name, size, found)?.code).toBe(code);
  });
});

describe("cleanFileName", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\temp\\报告.pdf", "报告.pdf"],
    ["a\u0000b\r\n.pdf", "ab.pdf"],
    ["\u202efdp.exe", "fdp.exe"],
    ["...", "file"],
    ["", "file"],
  ])("%j becomes %s", (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it("keeps the extension of a long name", () => {
    expect(cleanFileName(`${"长".repeat(300)}.pdf`)).toMatch(/^长{110}\.pdf$/);
  });
});
