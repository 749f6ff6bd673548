import type { LoaderFunctionArgs } from "@remix-run/node";
import { challengeCalendar } from "~/domain/challenges/challenge-calendar.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

/** Deadlines of a challenge as a calendar to subscribe to (RFC 5545). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, "challenges");
    const locale = findLocale(request);
    const text = await challengeCalendar(getDb(), Number(params.number), {
      base: appUrl(),
      language: locale === "en" ? "en" : "zh-CN",
      names: {
        due: t("page.due"),
        publicity: t("proposal.title"),
        finish: t("page.finish"),
      },
    });
    return new Response(text, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `inline; filename="challenge-${Number(params.number)}.ics"`,
        "cache-control": "public, max-age=300",
      },
    });
  });
}
