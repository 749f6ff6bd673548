import { DomainError } from "~/domain/shared/domain-error";
import { writeCalendar } from "~/domain/shared/icalendar";
import { lotCalendar } from "~/domain/trading/lot-calendar-rules";
import { lotHref } from "~/domain/trading/lot-href";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const CACHE_SECONDS = 300;

/** The calendar of a lot, as anybody may subscribe to it. */
export async function lotCalendarResponse(request: Request, number: number): Promise<Response> {
  const t = getFixedT(request, "trading");
  const locale = findLocale(request);
  const lot = await getPublicLot(getDb(), number, null, locale);
  const { announcedAt, applicationsEndAt, biddingStartsAt } = lot;
  if (!announcedAt || !applicationsEndAt || !biddingStartsAt) {
    throw new DomainError("not_found", { status: 404 });
  }
  const [latest] = lot.notices;
  const language = locale.startsWith("zh") ? "zh-CN" : "en";
  const feed = lotCalendar(
    {
      number,
      title: lot.title,
      state: lot.state,
      host: new URL(appUrl()).hostname,
      url: `${appUrl()}${lotHref(number)}`,
      applicationsEndAt,
      biddingStartsAt,
      confirmDueAt: lot.state === "PENDING_CONFIRM" ? lot.confirmDueAt : null,
      noticeCount: latest?.number ?? 1,
      changedAt: latest?.createdAt ?? announcedAt,
    },
    {
      name: t("calendar.name", { number }),
      applicationsEnd: t("calendar.applicationsEnd"),
      biddingStarts: t("calendar.biddingStarts"),
      confirmDue: t("calendar.confirmDue"),
      description: t("calendar.description"),
    },
    language,
  );
  return new Response(writeCalendar(feed), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="lot-${number}.ics"`,
      "cache-control": `public, max-age=${CACHE_SECONDS}`,
      vary: "cookie, accept-language",
    },
  });
}
