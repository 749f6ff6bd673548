import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { makeReportPdf } from "./report-paper.server";
import type { ReportWords } from "./report-paper-rules";
import type { KeptFigures } from "./report-view";
import { makeReportWorkbook } from "./report-workbook.server";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Makes the papers of a frozen version, those that are missing: the PDF, which /verify knows by its
 * fingerprint, and the workbook.
 * @param author name of the market
 */
export async function issueReport(
  reportId: string,
  author: string,
  words: ReportWords,
  db: Db,
): Promise<void> {
  const report = await findReport(db, reportId);
  if (!report) return;
  const figures = report.figures as KeptFigures;
  const { version, hash, roadshow } = report;
  const owner = {
    purpose: "ROADSHOW" as const,
    organisationId: roadshow.organisationId,
    userId: report.createdById ?? roadshow.createdById,
  };
  const name = `roadshow-${roadshow.number}-report-${version}`;
  if (!report.pdfFileId) {
    const bytes = await makeReportPdf(figures, author, words, { frozen: { version, hash } });
    const file = { ...owner, name: `${name}.pdf`, contentType: "application/pdf", ending: "pdf" };
    await once(() =>
      storeMade({ ...file, bytes }, db, async (tx, { id, sha256 }) => {
        await recordSeal(
          {
            kind: "ROADSHOW_REPORT",
            subjectType: "Roadshow",
            subjectId: report.roadshowId,
            version,
            label: words.t("report.sealLabel", { number: roadshow.number, version }),
            fileId: id,
            sha256,
          },
          tx,
        );
        await tx.roadshowReport.update({ where: { id: reportId }, data: { pdfFileId: id } });
      }),
    );
  }
  if (!report.xlsxFileId) {
    const bytes = await makeReportWorkbook(figures, words);
    const file = { ...owner, name: `${name}.xlsx`, contentType: XLSX, ending: "xlsx" };
    await once(() =>
      storeMade({ ...file, bytes }, db, async (tx, { id }) => {
        const where = { id: reportId, xlsxFileId: null };
        const { count } = await tx.roadshowReport.updateMany({ where, data: { xlsxFileId: id } });
        if (count === 0) throw new AlreadyMade();
      }),
    );
  }
}

function findReport(db: DbOrTx, id: string) {
  return db.roadshowReport.findUnique({
    where: { id },
    include: {
      roadshow: { select: { number: true, organisationId: true, createdById: true } },
    },
  });
}

class AlreadyMade extends Error {}

/** Two runs of the job at once: the second finds the seal or the workbook of the first. */
async function once(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AlreadyMade) && !isUniqueViolation(error)) throw error;
  }
}
