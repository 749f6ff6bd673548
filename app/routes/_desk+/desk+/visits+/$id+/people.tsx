import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PeopleFilters } from "~/components/roadshows/people/people-filters";
import { PersonRow } from "~/components/roadshows/people/person-row";
import { VisitHead } from "~/components/roadshows/people/visit-head";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { findPeople } from "~/domain/roadshows/people/people-queries.server";
import {
  PEOPLE_KINDS,
  PEOPLE_MARKS,
  type PeopleFilter,
} from "~/domain/roadshows/people/people-view";
import { getVisit } from "~/domain/roadshows/people/visit-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerPeople } from "~/http/roadshows/visit-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

function readFilter(params: URLSearchParams): PeopleFilter {
  return {
    kind: PEOPLE_KINDS.find((one) => one === params.get("kind")) ?? "all",
    mark: PEOPLE_MARKS.find((one) => one === params.get("mark")) ?? "all",
    q: (params.get("q") ?? "").trim().slice(0, 60),
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["meetings", "common"]);
    const { searchParams } = new URL(request.url);
    const filter = readFilter(searchParams);
    const { page, skip, size } = readPaging(searchParams, PAGE_SIZE);
    const db = getDb();
    const id = params.id ?? "";
    const paging = { skip, take: size };
    const visit = await getVisit(db, id, actor);
    const found = await findPeople(db, id, actor, filter, paging, findLocale(request));
    const title = `${t("meetings:people.title")} · ${visit.event.title}`;
    return { visit, found, filter, page, title: `${title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPeople(request, params.id ?? "", actor, getDb());
  });
}

/** People and projects of the event, suggested ones first. */
export default function PeoplePage() {
  const { t } = useTranslation("meetings");
  const { visit, found, filter, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const [params] = useSearchParams();
  const { items, total, suggestions } = found;
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (wanted: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(wanted));
    return `?${next}`;
  };
  return (
    <>
      <VisitHead visit={visit} current="people" />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ message: t("people.message") })} />
        <p className="max-w-3xl text-muted">{t("people.lead")}</p>
        {!visit.areMeetingsOpen && <Alert tone="info">{t("people.closed")}</Alert>}
        {suggestions !== "ok" && <Alert tone="info">{t(`people.${suggestions}`)}</Alert>}
        <PeopleFilters key={params.toString()} filter={filter} />
        <Card padding="flush">
          {items.length === 0 ? (
            <EmptyState icon="users" title={t("people.empty")}>
              {t("people.emptyText")}
            </EmptyState>
          ) : (
            <div className="divide-y divide-line">
              {items.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  visit={{ id: visit.id, number: visit.event.number }}
                  isOpen={visit.areMeetingsOpen}
                  view={view}
                />
              ))}
            </div>
          )}
        </Card>
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : null}
          nextTo={from + items.length < total ? pageTo(page + 1) : null}
          summary={
            total === 0
              ? undefined
              : t("people.summary", { from: from + 1, to: from + items.length, total })
          }
        />
      </div>
    </>
  );
}
