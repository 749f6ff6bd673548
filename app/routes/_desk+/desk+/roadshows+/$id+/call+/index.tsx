import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { BulkForm } from "~/components/roadshows/call/bulk-form";
import { CallFilters } from "~/components/roadshows/call/call-filters";
import { CallTable } from "~/components/roadshows/call/call-table";
import { useFormLabels } from "~/components/roadshows/call/use-form-labels";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Stat, StatGrid } from "~/components/ui/stat";
import {
  assertCallReader,
  countCallWork,
  listCallProjects,
} from "~/domain/roadshows/call/call-queries.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerCall } from "~/http/roadshows/call-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 25;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const db = getDb();
    const { roadshow, isOrganiser } = await assertCallReader(db, params.id ?? "", actor);
    const { searchParams } = new URL(request.url);
    const { page, skip, size } = readPaging(searchParams, PAGE_SIZE);
    const read = (name: string) => searchParams.get(name) ?? "";
    const chosen = { state: read("state"), side: read("side"), q: read("q"), sort: read("sort") };
    const paging = { skip, take: size };
    const [found, work] = await Promise.all([
      listCallProjects(db, roadshow.id, chosen, paging, findLocale(request)),
      countCallWork(db, roadshow.id),
    ]);
    return {
      ...found,
      work,
      chosen,
      page,
      base: organiserHref(roadshow.id, "call"),
      mayDecide: isOrganiser && roadshow.state === "SELECTION",
      title: `${t("pitches:call.title")} · ${roadshow.title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerCall(request, params.id ?? "", actor, getDb());
  });
}

const WORK = {
  toCheck: "SUBMITTED",
  toDecide: "FORM_CHECK",
  toConfirm: "SELECTED",
  materials: "CONFIRMED",
} as const;

/** Projects of an event for its organiser: what waits, the list, and decisions about many. */
export default function CallPage() {
  const { t } = useTranslation("pitches");
  const { items, total, work, chosen, page, base, mayDecide } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = useFormLabels();
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (number: number) =>
    `?${new URLSearchParams({ ...chosen, page: String(number) }).toString()}`;
  return (
    <div className="space-y-5">
      <h2 className="text-xl">{t("call.title")}</h2>
      <FormErrorSummary {...view.summary(labels)} />
      <StatGrid>
        {(Object.keys(WORK) as (keyof typeof WORK)[]).map((key) => (
          <Stat
            key={key}
            label={t(`call.work.${key}`)}
            value={work[key]}
            to={`${base}?state=${WORK[key]}`}
          />
        ))}
      </StatGrid>
      <CallFilters key={JSON.stringify(chosen)} chosen={chosen} />
      <CallTable items={items} base={base} />
      <Pagination
        previousTo={page > 1 ? pageTo(page - 1) : null}
        nextTo={from + items.length < total ? pageTo(page + 1) : null}
        summary={t("call.total", { count: total })}
      />
      {mayDecide && <BulkForm view={view} />}
    </div>
  );
}
