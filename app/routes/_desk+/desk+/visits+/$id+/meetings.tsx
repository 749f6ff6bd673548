import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { MeetingRow } from "~/components/roadshows/people/meeting-row";
import { VisitHead } from "~/components/roadshows/people/visit-head";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { MEETING_LISTS } from "~/domain/roadshows/meetings/meeting-view";
import { listOwnMeetings } from "~/domain/roadshows/meetings/own-meetings-queries.server";
import { getVisitHead } from "~/domain/roadshows/people/visit-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerMeetings } from "~/http/roadshows/visit-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["meetings", "common"]);
    const { searchParams } = new URL(request.url);
    const db = getDb();
    const visit = await getVisitHead(db, params.id ?? "", actor);
    const { page, skip, size } = readPaging(searchParams, PAGE_SIZE);
    // Without a choice: what waits for an answer, else what is agreed.
    const list =
      MEETING_LISTS.find((one) => one === searchParams.get("list")) ??
      (visit.counts.incoming > 0 ? "incoming" : "agreed");
    const items = await listOwnMeetings(db, visit.id, list, { skip, take: size });
    const { startsOn } = visit.event;
    const title = `${t("meetings:own.title")} · ${visit.event.title}`;
    return {
      visit,
      list,
      items,
      page,
      isDay: startsOn !== null && calendarDate(clock.now()) >= startsOn,
      title: `${title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerMeetings(request, params.id ?? "", actor, getDb());
  });
}

/** Requests and meetings of one visit. */
export default function OwnMeetingsPage() {
  const { t } = useTranslation("meetings");
  const { visit, list, items, page, isDay } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const total = visit.counts[list];
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (wanted: number) => `?list=${list}&page=${wanted}`;
  return (
    <>
      <VisitHead visit={visit} current="meetings" />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ note: t("own.note"), minutes: t("own.minutes") })} />
        <Tabs
          label={t("own.listLabel")}
          items={MEETING_LISTS.map((one) => ({
            to: `?list=${one}`,
            label: t(`own.lists.${one}`),
            count: visit.counts[one],
            current: one === list,
          }))}
        />
        <Card padding="flush">
          {items.length === 0 ? (
            <EmptyState icon="handshake" title={t("own.empty")}>
              {t("own.emptyText")}
            </EmptyState>
          ) : (
            <div className="divide-y divide-line">
              {items.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} isDay={isDay} view={view} />
              ))}
            </div>
          )}
        </Card>
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : null}
          nextTo={from + items.length < total ? pageTo(page + 1) : null}
        />
      </div>
    </>
  );
}
