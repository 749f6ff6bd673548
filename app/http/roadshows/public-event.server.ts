import {
  getPublicRoadshow,
  type PublicRoadshow,
} from "~/domain/roadshows/events/public-roadshow-queries.server";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { drawCode } from "~/domain/roadshows/people/code-picture.server";
import { findActor } from "~/http/guards.server";
import type { DetailMeta } from "~/http/listings/detail-meta";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

/** What the public page of an event shows, with what search engines read. */
export async function loadPublicRoadshow(request: Request, number: number) {
  const actor = await findActor(request);
  const t = getFixedT(request, "common");
  const event = await getPublicRoadshow(getDb(), number, actor, findLocale(request));
  const url = `${appUrl()}${roadshowHref(event.number)}`;
  const meta: DetailMeta = {
    title: `${event.title} · ${t("marketName")}`,
    description: event.intro.slice(0, 200),
    url,
    isIndexed: event.isPublic,
    jsonLd: jsonLd(event, url),
  };
  return { event, meta, address: url, qr: await drawCode(url) };
}

const MODES: Record<string, string> = {
  ONSITE: "OfflineEventAttendanceMode",
  ONLINE: "OnlineEventAttendanceMode",
  BOTH: "MixedEventAttendanceMode",
};

/** An Event of schema.org; only what everybody may read. */
function jsonLd(event: PublicRoadshow, url: string): Record<string, unknown> {
  const status = event.state === "CANCELLED" ? "EventCancelled" : "EventScheduled";
  const virtual = { "@type": "VirtualLocation", url };
  const onSite = { "@type": "Place", name: event.venue, address: event.address };
  return {
    "@context": "https://schema.org",
    "@type": "BusinessEvent",
    name: event.title,
    description: event.intro,
    url,
    startDate: event.startsOn,
    endDate: event.endsOn,
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.format] ?? MODES.ONSITE}`,
    location:
      event.format === "ONLINE" ? virtual : event.format === "BOTH" ? [onSite, virtual] : onSite,
    inLanguage: event.languages,
    organizer: { "@type": "Organization", name: event.organiser.name },
  };
}
