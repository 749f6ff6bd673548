import { amountInFigures, amountText } from "~/domain/contracts/chinese-amount-rules";
import { familyOf } from "~/domain/shared/tech-contract";
import type { PdfBlock } from "~/platform/pdf-blocks";
import type { PaperFacts } from "./paper-facts-schema";
import type { PaperTexts } from "./paper-texts";

export type PaperCode = {
  /** Address with the signed token, for the QR code. */
  address: string;
  /** Host where the offline verifier is found. */
  host: string;
};

type Rows = { label: string; value: string }[];

const rowIf = (label: string, value: string): Rows => (value === "" ? [] : [{ label, value }]);
const money = (fen: string | null) => (fen === null ? "" : amountText(BigInt(fen)));

/** What identifies the contract: the same lines in the same order on every paper. */
export function contractRows(facts: PaperFacts, { t }: PaperTexts): Rows {
  const family = familyOf(facts.categoryCode);
  const isRegistered = facts.versions.length > 0;
  return [
    ...rowIf(isRegistered ? t("field.number") : t("field.caseNumber"), facts.number),
    ...rowIf(t("field.officialNo"), facts.officialNo),
    ...rowIf(t("field.project"), facts.project),
    ...rowIf(t("field.category"), facts.category),
    ...rowIf(t(`side.${family}.seller`), facts.seller),
    ...rowIf(t(`side.${family}.buyer`), facts.buyer),
    ...rowIf(t("field.signedOn"), facts.signedOn ?? ""),
  ];
}

export function amountRows(facts: PaperFacts, { t }: PaperTexts): Rows {
  return [
    ...rowIf(t("field.total"), money(facts.totalFen)),
    ...rowIf(t("field.technical"), money(facts.technicalFen)),
    ...rowIf(t("field.approvedIncome"), money(facts.approvedIncomeFen)),
  ];
}

function versionTable(facts: PaperFacts, { t }: PaperTexts): PdfBlock[] {
  const figures = (fen: string | null) => (fen === null ? "" : amountInFigures(BigInt(fen)));
  return [
    { kind: "heading", level: 3, text: t("paper.versions") },
    {
      kind: "table",
      small: true,
      columns: [
        { heading: t("field.version"), weight: 1 },
        { heading: t("paper.versionsOn"), weight: 1.6 },
        { heading: t("paper.versionsKind"), weight: 1.6 },
        { heading: t("field.technical"), weight: 2.2, align: "right" },
        { heading: t("field.approvedIncome"), weight: 2.2, align: "right" },
      ],
      rows: facts.versions.map((one) => [
        String(one.number),
        one.on,
        t(`paper.versionKind.${one.kind}`),
        figures(one.technicalFen),
        figures(one.approvedIncomeFen),
      ]),
    },
  ];
}

function qrBlock(facts: PaperFacts, code: PaperCode, { t }: PaperTexts): PdfBlock {
  return {
    kind: "qr",
    content: code.address,
    alt: t("paper.qrAlt", { number: facts.number }),
    sizeMm: 44,
    level: "L",
    text: [
      { text: `${t("paper.qrTitle")}\n`, bold: true },
      { text: `${t("paper.qrText", { host: code.host })}\n${t("paper.electronicSeal")}` },
    ],
  };
}

/** Who issued it and when, and the code: the end of a paper. Stamps are put over name and date. */
export function closingBlocks(facts: PaperFacts, code: PaperCode, texts: PaperTexts): PdfBlock[] {
  const blocks: PdfBlock[] = [
    { kind: "space", mm: 4 },
    { kind: "paragraph", align: "right", text: [{ text: facts.issuer, bold: true }] },
    { kind: "paragraph", align: "right", text: facts.issuedOn },
    { kind: "space", mm: 2 },
    qrBlock(facts, code, texts),
  ];
  return [{ kind: "together", blocks }];
}

/** 64 hex digits in two lines of a half each. */
const inTwoLines = (sha256: string) => `${sha256.slice(0, 32)}\n${sha256.slice(32)}`;

/** 登记证明: only for a registered version and only in the name of an office. */
export function certificateBlocks(
  facts: PaperFacts,
  code: PaperCode,
  texts: PaperTexts,
): readonly PdfBlock[] {
  const { t } = texts;
  const { number, version } = facts;
  return [
    {
      kind: "title",
      text: t("kind.CERTIFICATE"),
      subtitle: t("paper.subtitle", { number, version }),
    },
    { kind: "paragraph", indent: true, text: t("paper.basis") },
    {
      kind: "keyValue",
      rows: [
        ...contractRows(facts, texts),
        ...amountRows(facts, texts),
        ...rowIf(t("field.decidedOn"), facts.versions[0]?.on ?? facts.decidedOn),
        ...(version > 1 ? rowIf(t("field.changedOn"), facts.decidedOn) : []),
        ...rowIf(t("field.contractSha256"), inTwoLines(facts.contractSha256)),
      ],
    },
    ...versionTable(facts, texts),
    { kind: "paragraph", small: true, text: t("paper.certificateNote", { issuer: facts.issuer }) },
    ...closingBlocks(facts, code, texts),
  ];
}
