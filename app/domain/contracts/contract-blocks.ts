import type { PdfBlock } from "~/platform/pdf-blocks";
import {
  type ContractCover,
  coverTitle,
  type NumberedClause,
  SIGNATURE_LINES,
} from "./contract-layout";

const BOX_LINES = SIGNATURE_LINES.flatMap((line) => ["　", line]);
const LABELLED = /^([^：]{1,20})：(.*)$/;

/** The parties' lines, label beside value; each 甲方/乙方 begins a group. */
function partyBlocks(clause: NumberedClause): PdfBlock[] {
  const blocks: PdfBlock[] = [{ kind: "heading", text: clause.heading, level: 2 }];
  for (const line of clause.paragraphs) {
    const [, label = "", value = ""] = LABELLED.exec(line) ?? [];
    if (!label) {
      blocks.push({ kind: "paragraph", text: line });
      continue;
    }
    const isName = /^[甲乙丙丁]方/.test(label);
    const row = { label, value: isName ? [{ text: value, bold: true }] : value };
    const last = blocks.at(-1);
    if (last?.kind === "keyValue" && !isName) {
      blocks[blocks.length - 1] = { kind: "keyValue", rows: [...last.rows, row] };
    } else blocks.push({ kind: "keyValue", rows: [row] });
  }
  return blocks;
}

/** The blocks of a contract: cover, head, numbered clauses, page of signatures. */
export function contractBlocks(
  cover: ContractCover,
  clauses: readonly NumberedClause[],
): PdfBlock[] {
  const { title, subtitle } = coverTitle(cover);
  // A supplement is short: its head and its text share a page.
  const air = (mm: number): PdfBlock => ({ kind: "space", mm: cover.isSupplement ? 4 : mm });
  const blocks: PdfBlock[] = [
    air(34),
    { kind: "title", text: title, ...(subtitle ? { subtitle } : {}) },
    air(22),
    {
      kind: "keyValue",
      rows: [
        { label: "合同编号", value: cover.number },
        { label: "项目名称", value: cover.title },
        { label: `甲方（${cover.demandRole}）`, value: cover.demandName },
        { label: `乙方（${cover.supplyRole}）`, value: cover.supplyName },
        { label: "签订地点", value: cover.place || "　" },
        { label: "签订日期", value: "以双方签字（盖章）页或者电子签名记载的日期为准" },
      ],
    },
    cover.isSupplement ? { kind: "rule" } : { kind: "pageBreak" },
  ];
  for (const clause of clauses) {
    if (clause.number) {
      blocks.push({
        kind: "clause",
        number: clause.number,
        heading: clause.heading,
        paragraphs: clause.paragraphs,
      });
      continue;
    }
    if (clause.key === "parties") blocks.push(...partyBlocks(clause));
    else {
      const lines = clause.paragraphs;
      blocks.push({ kind: "space", mm: 2 });
      blocks.push(...lines.map((text): PdfBlock => ({ kind: "paragraph", text, indent: true })));
    }
  }
  blocks.push(
    { kind: "space", mm: 6 },
    {
      kind: "together",
      blocks: [
        { kind: "paragraph", text: "（以下为签字盖章处）", align: "centre", small: true },
        {
          kind: "signatureBoxes",
          boxes: [
            { heading: `甲方（盖章）：${cover.demandName}`, lines: BOX_LINES },
            { heading: `乙方（盖章）：${cover.supplyName}`, lines: BOX_LINES },
          ],
        },
      ],
    },
  );
  return blocks;
}
