import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCalendar } from "~/domain/shared/icalendar";
import { tenderEvents } from "~/domain/tenders/tender-calendar-rules";
import { findPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

/** The dates of a tender to subscribe to (RFC 5545). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const tender = await findPublicTender(getDb(), Number(params.number));
    const t = getFixedT(request, "tenders");
    const about = {
      origin: appUrl(),
      changedAt: tender.updatedAt,
      texts: {
        due: t("calendar.due"),
        candidates: t("calendar.candidates"),
        standstill: t("calendar.standstill"),
      },
    };
    const feed = {
      name: `${t("calendar.name")} · ${tender.title}`,
      language: findLocale(request),
      events: tenderEvents(tender, about),
    };
    return new Response(writeCalendar(feed), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `inline; filename="tender-${tender.number}.ics"`,
        "cache-control": "public, max-age=300",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
