import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeReportPdf } from "~/domain/roadshows/follow-up/report-paper.server";
import { getSeriesReport } from "~/domain/roadshows/follow-up/report-queries.server";
import { readReportWords } from "~/domain/roadshows/follow-up/report-words.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** The report of a series as a paper, in the reader's language. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const number = readNumber(params.number);
    const { figures, events } = await getSeriesReport(number, actor, getDb());
    const t = getFixedT(request, ["leads", "common"]);
    const words = await readReportWords(getDb(), findLocale(request), getFixedT(request, "leads"));
    const bytes = await makeReportPdf(figures, t("common:marketName"), words, { events });
    return madeFileResponse(`roadshow-series-${number}.pdf`, "application/pdf", bytes);
  });
}
