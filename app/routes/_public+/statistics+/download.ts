import type { LoaderFunctionArgs } from "@remix-run/node";
import { contractTables } from "~/components/statistics/contract-tables";
import { statisticsTables } from "~/components/statistics/tables";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { toYuanText } from "~/domain/shared/money";
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
    const locale = findLocale(request);
    const table = statisticsTables(statistics, t, locale).find((one) => one.id === wanted);
    const contracts = contractTables(statistics.contracts, t, locale).find(
      (one) => one.id === wanted,
    );
    const lines = table
      ? [
          ["key", table.rowTitle, ...table.columns],
          ...table.rows.map((row) => [row.key, row.label, ...row.values]),
        ]
      : contracts
        ? [
            ["key", contracts.rowTitle, ...contracts.csvColumns],
            ...contracts.rows.map(({ key, label, figures }) =>
              figures
                ? [
                    ...[key, label, figures.contracts],
                    ...[signedYuan(figures.totalFen), signedYuan(figures.technicalFen)],
                  ]
                : [key, label, ...Array<string>(3).fill(t("stats.heldBack"))],
            ),
          ]
        : null;
    if (!lines) throw new DomainError("not_found", { status: 404 });
    const csv = toCsv(lines);
    const day = calendarDate(statistics.figures.asOf);
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="market-${wanted}-${day}.csv"`,
      },
    });
  });
}

/** A month in which more was taken out than put in is below zero. */
function signedYuan(fen: bigint): string {
  return fen < 0n ? `-${toYuanText(-fen)}` : toYuanText(fen);
}
