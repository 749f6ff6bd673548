import type { LoaderFunctionArgs } from "@remix-run/node";
import { qualityTables } from "~/components/matching/quality-tables";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { toCsv } from "~/domain/statistics/csv-rules";
import { getMatchingQuality } from "~/domain/statistics/matching-quality.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** One table of the public figures of matching as CSV, in the language of the reader. */
export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const wanted = new URL(request.url).searchParams.get("table");
    const quality = await getMatchingQuality(getDb());
    const tables = qualityTables(quality, getFixedT(request, "quality"));
    const table = tables.find((one) => one.id === wanted);
    if (!table) throw new DomainError("not_found", { status: 404 });
    const day = calendarDate(new Date(quality.asOf));
    return new Response(toCsv([table.columns, ...table.rows]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="matching-${table.id}-${day}.csv"`,
      },
    });
  });
}
