import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Tabs } from "~/components/ui/tabs";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import type { VisitHead as Head } from "~/domain/roadshows/people/visit-view";
import { PersonStateBadge, RoleBadges } from "./person-state";

type Page = "" | "people" | "meetings" | "agenda" | "cards";

/** Head and tabs of the pages of one visit. */
export function VisitHead({
  visit,
  current,
  actions,
}: {
  visit: Head;
  current: Page;
  actions?: ReactNode;
}) {
  const { t } = useTranslation(["meetings", "leads"]);
  const { event, counts } = visit;
  const tab = (page: Page, label: string, count?: number) => ({
    to: visitHref(visit.id, page),
    label,
    current: page === current,
    ...(count ? { count } : {}),
  });
  const isInside = visit.state === "REGISTERED";
  const date =
    event.startsOn === event.endsOn ? event.startsOn : `${event.startsOn} – ${event.endsOn}`;
  return (
    <>
      <PageHeader
        title={event.title}
        eyebrow={
          <>
            <PersonStateBadge state={visit.state} />
            <RoleBadges roles={visit.roles} />
          </>
        }
        meta={
          <>
            <span className="tabular">{date}</span>
            <span>{event.venue}</span>
          </>
        }
        breadcrumbs={[{ label: t("nav.visits"), to: "/desk/visits" }, { label: event.title }]}
        actions={actions}
      />
      <div className="no-print mb-6">
        <Tabs
          label={t("visit.pages")}
          items={[
            tab("", t("visit.tabs.overview")),
            ...(isInside
              ? [
                  tab("people", t("visit.tabs.people")),
                  tab("meetings", t("visit.tabs.meetings"), counts.incoming),
                  tab("agenda", t("visit.tabs.agenda")),
                  tab("cards", t("leads:visit.title")),
                ]
              : []),
          ]}
        />
      </div>
    </>
  );
}
