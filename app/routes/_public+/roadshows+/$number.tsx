import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { EventFacts, PlaceFacts } from "~/components/roadshows/events/event-facts";
import { DatesCard } from "~/components/roadshows/events/overview-cards";
import { PublicProjects } from "~/components/roadshows/events/public-projects";
import { RoadshowStateBadge } from "~/components/roadshows/events/roadshow-state";
import { EventAfterLinks } from "~/components/roadshows/follow-up/event-after-links";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { organiserHref, roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { detailMeta } from "~/http/listings/detail-meta";
import { loadPublicRoadshow } from "~/http/roadshows/public-event.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(() => loadPublicRoadshow(request, Number(params.number)));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => detailMeta(data?.meta);

/** One event as everybody sees it. */
export default function PublicRoadshowPage() {
  const { t } = useTranslation("roadshows");
  const { event, address, qr } = useLoaderData<typeof loader>();
  const here = roadshowHref(event.number);
  return (
    <>
      <PageHeader
        title={event.title}
        eyebrow={
          <>
            <RoadshowStateBadge state={event.state} />
            <span className="text-sm text-muted">{t("number", { number: event.number })}</span>
          </>
        }
        breadcrumbs={[{ label: t("list.title"), to: "/roadshows" }, { label: event.title }]}
        actions={
          <>
            {event.isCallOpen && (
              <LinkButton to={`/desk/pitches/new?roadshow=${event.id}`} variant="primary">
                {t("page.pitch")}
              </LinkButton>
            )}
            {event.isRegistering && (
              <LinkButton
                to={`${here}/register`}
                variant={event.isCallOpen ? "secondary" : "primary"}
              >
                {t("page.register")}
              </LinkButton>
            )}
            <EventAfterLinks number={event.number} state={event.state} />
            {event.mayManage && (
              <LinkButton to={organiserHref(event.id)}>{t("page.manage")}</LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        {event.state === "CANCELLED" && (
          <Alert tone="danger" title={t("page.cancelled")}>
            <span className="whitespace-pre-wrap">{event.cancelNote}</span>
          </Alert>
        )}
        {event.state === "REGISTRATION" && !event.isRegistering && (
          <Alert tone="info">{t("page.registrationClosed")}</Alert>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="min-w-0 space-y-5">
            <EventFacts event={event} />
            <PublicProjects projects={event.projects} />
            <PlaceFacts places={event.places} items={event.items} />
            {event.isPublic && <p className="text-sm text-muted">{t("page.audit")}</p>}
          </div>
          <div className="min-w-0 space-y-5">
            <DatesCard {...event} />
            {event.isPublic && (
              <Card title={t("page.share")}>
                <img src={qr} alt={t("page.qr")} width={180} height={180} className="mx-auto" />
                <p className="mt-3 text-sm break-all text-muted">{address}</p>
                <div className="mt-3 flex flex-wrap gap-2">
                  <CopyButton text={address} />
                  {event.hasAgenda && (
                    <LinkButton to={`${here}/agenda`} size="sm" icon="list">
                      {t("page.agenda")}
                    </LinkButton>
                  )}
                  <LinkButton to={`${here}/calendar.ics`} size="sm" icon="calendar" reloadDocument>
                    {t("page.calendar")}
                  </LinkButton>
                  <LinkButton to={`${here}/poster.pdf`} size="sm" icon="print" reloadDocument>
                    {t("page.poster")}
                  </LinkButton>
                </div>
              </Card>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
