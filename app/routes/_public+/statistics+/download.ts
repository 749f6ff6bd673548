import type { LoaderFunctionArgs } from "@remix-run/node";
import { statisticsTables } from "~/components/statistics/tables";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { toCsv } from "~/domain/statistics/csv-rules";
import { getStatistics } from "~/domain/statistics/statistics-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** One table of the public figures as CSV, in the language of the reader. */
export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const wanted = new URL(request.url).searchParams.get("table");
    const statistics = await getStatistics(getDb());
    const t = getFixedT(request, "home");
    const table = statisticsTables(statistics, t, findLocale(request)).find(
      (one) => one.id === wanted,
    );
    if (!table) throw new DomainError("not_found", { status: 404 });
    const rows = table.rows.map((row) => [row.key, row.label, ...row.values]);
    const csv = toCsv([["key", table.rowTitle, ...table.columns], ...rows]);
    const day = calendarDate(statistics.figures.asOf);
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="market-${table.id}-${day}.csv"`,
      },
    });
  });
}
