import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { EventFacts, PlaceFacts } from "~/components/roadshows/events/event-facts";
import {
  DatesCard,
  HistoryCard,
  MoveCard,
  NoteAlerts,
} from "~/components/roadshows/events/overview-cards";
import { RoadshowStateBadge } from "~/components/roadshows/events/roadshow-state";
import { viewOfIntent } from "~/components/roadshows/events/view-of-intent";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import { assertOffice } from "~/domain/roadshows/events/office-roadshow-queries.server";
import { getOverview } from "~/domain/roadshows/events/overview-queries.server";
import { getPublicRoadshow } from "~/domain/roadshows/events/public-roadshow-queries.server";
import { officeRoadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { moveFromPage } from "~/http/roadshows/event-page-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["roadshows", "common"]);
    const db = getDb();
    const id = params.id ?? "";
    await assertOffice(db, id, actor);
    const event = await getOverview(id, actor, db);
    const page = await getPublicRoadshow(db, event.frame.number, actor, findLocale(request));
    const isOwn = actor.memberships.some((one) => one.organisationId === page.organiser.id);
    return { event, page, isOwn, title: `${page.title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const id = params.id ?? "";
    await assertOffice(getDb(), id, actor);
    return moveFromPage(request, id, officeRoadshowHref(id), actor, getDb());
  });
}

/** What the office looks at before it approves. */
export default function OfficeRoadshowPage() {
  const { t } = useTranslation("roadshows");
  const { event, page, isOwn } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const isWaiting = event.frame.state === "VETTING";
  const approve = viewOfIntent(view, "approve");
  const others = event.moves.filter(({ move }) => move !== "approve");
  return (
    <>
      <PageHeader
        title={page.title}
        eyebrow={
          <>
            <RoadshowStateBadge state={page.state} />
            <span className="text-sm text-muted">{t("number", { number: page.number })}</span>
          </>
        }
        lead={isWaiting ? t("office.lead") : undefined}
        breadcrumbs={[{ label: t("nav.office"), to: "/office/roadshows" }, { label: page.title }]}
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ note: t("office.note"), title: t("form.title") })} />
        <NoteAlerts
          state={event.frame.state}
          vettingNote={event.vettingNote}
          cancelNote={event.cancelNote}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-5">
            <EventFacts event={page} />
            <PlaceFacts places={page.places} items={page.items} />
          </div>
          <div className="min-w-0 space-y-5">
            {isWaiting && isOwn && <Alert tone="warning">{t("office.mayNot")}</Alert>}
            {isWaiting && !isOwn && (
              <Card title={t("office.decide")}>
                {event.approvalDueAt && (
                  <p className="mb-3 text-sm text-muted">
                    {t("office.due")} <DateTime value={event.approvalDueAt} format="datetime" />
                  </p>
                )}
                <Form method="post" className="grid gap-3" noValidate>
                  <Textarea
                    id="note-approve"
                    name="note"
                    label={t("office.note")}
                    rows={3}
                    maxLength={1000}
                    defaultValue={approve.text("note")}
                    error={approve.error("note")}
                  />
                  <div>
                    <SubmitButton intent="approve">{t("office.approve")}</SubmitButton>
                  </div>
                </Form>
              </Card>
            )}
            <MoveCard moves={others} view={view} />
            <DatesCard {...event} />
            <HistoryCard timeline={event.timeline} />
          </div>
        </div>
      </div>
    </>
  );
}
