import ExcelJS from "exceljs";
import type { UserActor } from "~/domain/identity/actor";
import { defuseCell } from "~/domain/imports/cell-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { rewardBlocks, SHARE_HEADINGS, shareRows, sheetLines } from "./reward-document-rules";
import { getReward } from "./reward-queries.server";
import type { RewardDetail } from "./reward-view";

/** For those who run the sheet: it has everybody's full name. @throws DomainError "not_found" (404) */
async function readForFile(sheetId: string, actor: UserActor, db: Db): Promise<RewardDetail> {
  const sheet = await getReward(sheetId, actor, db);
  if (!sheet.mayRun) throw new DomainError("not_found", { status: 404 });
  return sheet;
}

/** The sheet as a PDF to be signed and filed. @param author name of the market */
export async function makeRewardPdf(
  sheetId: string,
  author: string,
  actor: UserActor,
  db: Db,
): Promise<{ number: number; bytes: Uint8Array }> {
  const sheet = await readForFile(sheetId, actor, db);
  const isDraft = sheet.state === "DRAFT";
  const bytes = await renderPdf({
    title: `科技成果转化奖励分配表 第 ${sheet.number} 号`,
    author,
    language: "zh-CN",
    createdAt: clock.now(),
    header: { left: author, right: `奖励分配表第 ${sheet.number} 号` },
    ...(isDraft ? { watermark: "草稿" } : {}),
    blocks: rewardBlocks(sheet),
  });
  return { number: sheet.number, bytes };
}

/** The sheet as a workbook: facts on the first sheet, shares on the second, amounts as numbers. */
export async function makeRewardWorkbook(
  sheetId: string,
  actor: UserActor,
  db: Db,
): Promise<{ number: number; bytes: Uint8Array }> {
  const sheet = await readForFile(sheetId, actor, db);
  const workbook = new ExcelJS.Workbook();
  const facts = workbook.addWorksheet("分配表");
  facts.columns = [{ width: 28 }, { width: 70 }];
  for (const line of sheetLines(sheet))
    facts.addRow([defuseCell(line.label), defuseCell(line.value)]);
  const shares = workbook.addWorksheet("分配明细");
  shares.columns = SHARE_HEADINGS.map((header) => ({ header, width: 20 }));
  const amounts = [...sheet.shares.map((one) => one.amountFen), sheet.rewardFen];
  shareRows(sheet).forEach((row, at) => {
    const added = shares.addRow(row.map(defuseCell));
    const cell = added.getCell(5);
    // Exact to the fen: amounts of money here stay far below 2^53 fen.
    cell.value = Number(amounts[at] ?? 0n) / 100;
    cell.numFmt = "#,##0.00";
  });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return { number: sheet.number, bytes };
}
