import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { rareAdvanceOf, readFontBlocks } from "./fonts-rare.server";
import type { PdfBlock, PdfDocumentInput } from "./pdf-blocks";
import { renderPdf } from "./pdf-document.server";
import { linesOf } from "./pdf-sheet.server";
import { standInFor } from "./pdf-text.server";

const LONG_NAME =
  "内蒙古自治区锡林郭勒盟苏尼特左旗满都拉图镇农牧科技成果转化与产业化联合创新中心有限公司";
const documentOf = (blocks: PdfBlock[]): PdfDocumentInput => ({
  title: "技术转让合同",
  author: "科技大市场",
  language: "zh-CN",
  createdAt: new Date("2026-11-22T08:00:00Z"),
  header: { left: "技术转让合同", right: "No 1" },
  blocks,
});
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const textOf = (lines: ReturnType<typeof linesOf>) =>
  lines.map((line) => line.signs.map((sign) => sign.sign).join(""));

const everyBlock: PdfBlock[] = [
  { kind: "title", text: "技术转让合同", subtitle: "甲方与乙方" },
  { kind: "heading", text: "一、标的" },
  { kind: "paragraph", text: [{ text: "让与人", bold: true }, { text: LONG_NAME }], indent: true },
  { kind: "clause", number: "第一条", heading: "价款", paragraphs: ["人民币1,000,000.00元。"] },
  { kind: "list", items: [{ label: "（一）", text: "样机" }] },
  { kind: "keyValue", rows: [{ label: "联系人", value: "𠮷𪚥" }] },
  {
    kind: "table",
    columns: [
      { heading: "序号", weight: 1 },
      { heading: "名称", weight: 5 },
    ],
    rows: Array.from({ length: 60 }, (_, at) => [String(at + 1), LONG_NAME]),
  },
  { kind: "table", columns: [{ heading: "附件", weight: 1 }], rows: [], empty: "无" },
  { kind: "qr", content: "https://market.example/verify", alt: "核验二维码", text: "扫码核验" },
  { kind: "note", heading: "说明", text: "本页为说明。" },
  {
    kind: "together",
    blocks: [{ kind: "signatureBoxes", boxes: [{ heading: "甲方", lines: ["签字："] }] }],
  },
  { kind: "rule" },
  { kind: "space", mm: 4 },
  { kind: "pageBreak" },
  { kind: "paragraph", text: "末页" },
];

describe("documents", () => {
  it("gives the same bytes for the same input, whatever was set before", async () => {
    const first = await renderPdf(documentOf(everyBlock));
    await renderPdf(documentOf([{ kind: "paragraph", text: "⼀别的文件 𠮷" }]));
    const second = await renderPdf(documentOf(everyBlock));
    expect(sha256(second)).toBe(sha256(first));
    const later = { ...documentOf(everyBlock), createdAt: new Date("2026-11-23T08:00:00Z") };
    expect(sha256(await renderPdf(later))).not.toBe(sha256(first));
  });

  it("embeds what a rare name needs and says its number when no font has it", async () => {
    expect(rareAdvanceOf(0x20bb7)).toBe(1000);
    expect(rareAdvanceOf(0xe123)).toBeNull();
    const [line = ""] = textOf(linesOf("张𠮷\u{e123}\u{10fffd}", 400));
    expect(line).toBe(`张𠮷${standInFor(0xe123)}${standInFor(0x10fffd)}`);
    const file = await renderPdf(documentOf([{ kind: "paragraph", text: "𠮷" }]));
    expect(file.toString("latin1")).toContain("+HanaMin");
  });

  it("wraps a long name within its width and loses none of it", () => {
    const lines = linesOf(LONG_NAME.repeat(3), 180);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(180.01);
    expect(textOf(lines).join("")).toBe(LONG_NAME.repeat(3));
  });

  it("cuts a hash that is wider than its line, and drops what cannot be seen", () => {
    const hash = "0a1b2c3d".repeat(8);
    const lines = linesOf(`${hash}\u200e\u0000`, 120);
    expect(lines.length).toBeGreaterThan(2);
    expect(textOf(lines).join("")).toBe(hash);
  });

  it("reads which file holds which characters", () => {
    const css = "@font-face{src:url(A.woff2) format(x);unicode-range: U+20-7e, U+4E00;}";
    expect(readFontBlocks(css)).toEqual([
      {
        file: "A.woff2",
        ranges: [
          [0x20, 0x7e],
          [0x4e00, 0x4e00],
        ],
      },
    ]);
  });
});
