import { toYuanText } from "~/domain/shared/money";
import type { PdfBlock } from "~/platform/pdf-blocks";
import type { LicencePatent } from "./licence-schema";
import { textParts } from "./licence-text-rules";

export type LicencePaper = {
  number: string;
  kind: string;
  title: string;
  licensor: string;
  licensorUscc: string | null;
  licensee: string;
  licenseeUscc: string | null;
  /** Person who accepted, as the market knows them. */
  acceptedBy: string;
  acceptedAt: string;
  ipAddress: string | null;
  feeFen: bigint;
  /** Reference of the payment; null without a fee. */
  paymentReference: string | null;
  paidAt: string | null;
  startsOn: string;
  endsOn: string | null;
  territory: string;
  fieldOfUse: string;
  patents: readonly LicencePatent[];
  text: string;
  textHash: string;
  textVersion: number;
  /** Calendar date until which a licence of patents is recorded. */
  recordUntil: string | null;
  verifyAddress: string;
};

function facts(paper: LicencePaper): PdfBlock {
  const uscc = (code: string | null) => (code ? `（统一社会信用代码 ${code}）` : "");
  const fee =
    paper.feeFen === 0n
      ? "无"
      : `人民币 ${toYuanText(paper.feeFen)} 元，已付（付款单 ${paper.paymentReference ?? "—"}，${paper.paidAt ?? "—"}）`;
  return {
    kind: "keyValue",
    rows: [
      { label: "许可书编号", value: [{ text: paper.number, bold: true }] },
      { label: "许可人", value: `${paper.licensor}${uscc(paper.licensorUscc)}` },
      { label: "被许可人", value: `${paper.licensee}${uscc(paper.licenseeUscc)}` },
      {
        label: "许可方式",
        value: paper.kind === "OPEN_PATENT" ? "专利开放许可（普通实施许可）" : "普通实施许可",
      },
      {
        label: "许可期限",
        value: `${paper.startsOn} 起，${paper.endsOn ? `至 ${paper.endsOn} 止` : "未定终期"}`,
      },
      { label: "地域", value: paper.territory },
      { label: "领域和用途", value: paper.fieldOfUse },
      { label: "许可使用费", value: fee },
    ],
  };
}

/** The licence as a document: who grants what to whom, the whole text, and what the seal means. */
export function licencePaperBlocks(paper: LicencePaper): PdfBlock[] {
  const { title, parts } = textParts(paper.text);
  return [
    {
      kind: "title",
      text: paper.kind === "OPEN_PATENT" ? "专利开放许可书" : "技术实施许可书",
      subtitle: paper.title,
    },
    facts(paper),
    ...(paper.patents.length > 0
      ? ([
          { kind: "heading", level: 3, text: "许可的专利" },
          {
            kind: "table",
            columns: [
              { heading: "专利号", weight: 3 },
              { heading: "名称", weight: 5 },
              { heading: "专利权人", weight: 4 },
              { heading: "期限至", weight: 2 },
            ],
            rows: paper.patents.map((one) => [
              one.number,
              one.title,
              one.holder,
              one.expiresOn ?? "—",
            ]),
          },
        ] satisfies PdfBlock[])
      : []),
    {
      kind: "note",
      heading: "谁给予许可",
      text: `本许可由许可人${paper.licensor}给予。科技大市场提供文本、保存双方的确认并以印章封存本文件，不是许可的一方，也不是行政机关；本文件不代替国务院专利行政部门的备案。`,
    },
    { kind: "heading", level: 2, text: "许可文本" },
    { kind: "paragraph", text: title, small: true },
    ...parts.map(
      (part): PdfBlock => ({
        kind: "clause",
        number: part.heading.split("　")[0] ?? "",
        heading: part.heading.split("　")[1] ?? "",
        paragraphs: part.lines,
      }),
    ),
    { kind: "heading", level: 2, text: "确认记录" },
    {
      kind: "keyValue",
      rows: [
        { label: "文本版本", value: `第 ${paper.textVersion} 版` },
        { label: "文本校验值", value: `SHA-256 ${paper.textHash}` },
        { label: "确认人", value: `${paper.acceptedBy}（代表${paper.licensee}）` },
        { label: "确认时间", value: paper.acceptedAt },
        { label: "网络地址", value: paper.ipAddress ?? "—" },
      ],
    },
    ...(paper.recordUntil
      ? ([
          {
            kind: "note",
            heading: "备案提示",
            text: `许可合同应当自生效之日起三个月内（${paper.recordUntil} 前）向国务院专利行政部门办理备案（专利法实施细则第十五条）。`,
          },
        ] satisfies PdfBlock[])
      : []),
    {
      kind: "qr",
      content: paper.verifyAddress,
      alt: "核验页面的地址",
      text: `在 ${paper.verifyAddress} 上传本文件，即可核对它是否由科技大市场封存、是否被改动。`,
    },
  ];
}
