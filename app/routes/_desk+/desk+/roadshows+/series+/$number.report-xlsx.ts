import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSeriesReport } from "~/domain/roadshows/follow-up/report-queries.server";
import { readReportWords } from "~/domain/roadshows/follow-up/report-words.server";
import { makeReportWorkbook } from "~/domain/roadshows/follow-up/report-workbook.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The report of a series as a workbook, in the reader's language. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const number = readNumber(params.number);
    const { figures, events } = await getSeriesReport(number, actor, getDb());
    const t = getFixedT(request, "leads");
    const words = await readReportWords(getDb(), findLocale(request), t);
    const bytes = await makeReportWorkbook(figures, words, events);
    return madeFileResponse(`roadshow-series-${number}.xlsx`, XLSX, bytes);
  });
}
