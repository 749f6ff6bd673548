import type { LoaderFunctionArgs } from "@remix-run/node";
import { EXPORT_TYPES, type ExportColumn, exportFile } from "~/domain/imports/export-file.server";
import {
  assertMayExport,
  type ExportScope,
  exportListings,
} from "~/domain/imports/export-listings.server";
import { exportSchema } from "~/domain/imports/export-schema";
import { fieldsOf } from "~/domain/imports/import-field-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Listings as a file: those of an organisation for its members, the public ones for anybody signed in. */
export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const wish = exportSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const scope: ExportScope =
      wish.scope === "own"
        ? { scope: "own", organisationId: wish.organisation }
        : { scope: "public", query: wish.q };
    await assertMayExport(getDb(), scope, actor);
    const t = getFixedT(request, "imports");
    const fields = fieldsOf(wish.kind === "achievement" ? "ACHIEVEMENT" : "NEED");
    const columns: ExportColumn[] = [
      ...fields.map((key) => ({ key, heading: t(`field.${key}`) })),
      { key: "organisation", heading: t("exporting.organisationColumn") },
      { key: "state", heading: t("exporting.state") },
      { key: "publishedOn", heading: t("exporting.publishedOn") },
      { key: "path", heading: t("exporting.link") },
    ];
    const rows = exportListings(getDb(), wish.kind, scope);
    const name = `${wish.kind}s-${calendarDate(clock.now())}.${wish.format}`;
    return new Response(exportFile(rows, columns, wish.format), {
      headers: {
        "content-type": EXPORT_TYPES[wish.format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
