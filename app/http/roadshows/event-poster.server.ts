import { eventPoster } from "~/domain/roadshows/events/event-poster-rules";
import { getPublicRoadshow } from "~/domain/roadshows/events/public-roadshow-queries.server";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { toWallClock } from "~/domain/roadshows/events/wall-clock-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { madeFileResponse } from "~/http/file-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";

/** The poster of a public event: one A4 sheet with a QR code of its page. */
export async function roadshowPosterResponse(request: Request, number: number): Promise<Response> {
  const t = getFixedT(request, ["roadshows", "common"]);
  const locale = findLocale(request);
  const event = await getPublicRoadshow(getDb(), number, null, locale);
  if (event.state === "CANCELLED") throw new DomainError("not_found", { status: 404 });
  const due = (at: Date | null) => (at ? toWallClock(at).replace("T", " ") : "—");
  const days =
    event.startsOn === event.endsOn ? event.startsOn : `${event.startsOn} – ${event.endsOn}`;
  const blocks = eventPoster({
    number,
    title: event.title,
    intro: event.intro,
    url: `${appUrl()}${roadshowHref(number)}`,
    rows: [
      { label: t("roadshows:page.days"), value: days ?? "—" },
      {
        label: t("roadshows:page.place"),
        value:
          [event.venue, event.address].filter(Boolean).join(" · ") || t("roadshows:formats.ONLINE"),
      },
      { label: t("roadshows:page.fields"), value: event.fields.join(" · ") || "—" },
      { label: t("roadshows:page.organiser"), value: event.organiser.name },
      { label: t("roadshows:form.callDueAt"), value: due(event.callDueAt) },
      { label: t("roadshows:form.audienceDueAt"), value: due(event.audienceDueAt) },
      { label: t("roadshows:page.contact"), value: event.contact || "—" },
    ],
    texts: {
      eyebrow: t("roadshows:poster.eyebrow"),
      scan: t("roadshows:poster.scan"),
      qrAlt: t("roadshows:poster.qrAlt"),
      note: t("roadshows:poster.note"),
    },
  });
  const bytes = await renderPdf({
    title: event.title,
    author: t("common:marketName"),
    language: locale.startsWith("zh") ? "zh-CN" : "en",
    createdAt: event.changedAt,
    blocks,
  });
  return madeFileResponse(`roadshow-${number}.pdf`, "application/pdf", bytes);
}
