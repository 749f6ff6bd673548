import { PDFDocument } from "@cantoo/pdf-lib";
import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { SubKind } from "~/domain/shared/tech-contract";
import { renderPdf } from "~/platform/pdf-document.server";
import { contractBlocks } from "./contract-blocks";
import { contractDocx } from "./contract-docx.server";
import type { ContractDraftText } from "./contract-draft-queries.server";
import { type ContractCover, numberClauses } from "./contract-layout";
import { contractNumber } from "./contract-number-rules";
import type { ContractRow } from "./contract-rows.server";
import { roleWords } from "./templates/term-words";

/** Name under which the market makes documents; contracts are Chinese whatever the page's language. */
const MARKET_NAME = "科技大市场";

function coverOf(row: ContractRow): ContractCover {
  const categoryCode = row.categoryCode as SubKind;
  const roles = roleWords(categoryCode);
  return {
    number: contractNumber(row),
    title: row.title,
    categoryCode,
    isSupplement: row.kind === "SUPPLEMENT",
    demandName: row.deal.demandOrganisation.legalName,
    supplyName: row.deal.supplyOrganisation.legalName,
    demandRole: roles.demand,
    supplyRole: roles.supply,
    place: readTermSheet(row.termSheet.content).term.place,
  };
}

/** Mark of a version that is not final. */
export function draftMark(number: number): string {
  return `草稿 第${number}版`;
}

/**
 * A version of a contract as PDF: the same version, mark and date give the same bytes.
 * @param mark watermark; null on the final document
 */
export async function renderContractPdf(
  row: ContractRow,
  draft: Pick<ContractDraftText, "clauses">,
  { createdAt, mark }: { createdAt: Date; mark: string | null },
): Promise<{ bytes: Buffer; pages: number }> {
  const cover = coverOf(row);
  const bytes = await renderPdf({
    title: `${cover.title}（${cover.number}）`,
    subject: "技术合同",
    author: MARKET_NAME,
    language: "zh-CN",
    createdAt,
    header: { left: cover.title, right: `合同编号 ${cover.number}` },
    ...(mark ? { watermark: mark } : {}),
    blocks: contractBlocks(cover, numberClauses(draft.clauses)),
  });
  const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  return { bytes, pages };
}

/** A version of a contract as a Word document with styles and numbered clauses. */
export function renderContractDocx(
  row: ContractRow,
  draft: Pick<ContractDraftText, "clauses">,
  mark: string | null,
): Promise<Buffer> {
  return contractDocx(coverOf(row), numberClauses(draft.clauses), mark);
}
