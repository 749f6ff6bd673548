import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { ParticipantFigures } from "~/components/roadshows/people/participant-figures";
import { ParticipantFilters } from "~/components/roadshows/people/participant-filters";
import { ParticipantTable } from "~/components/roadshows/people/participant-table";
import { WalkInForm } from "~/components/roadshows/people/walk-in-form";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { listParticipants } from "~/domain/roadshows/people/participant-list-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerParticipants, readListFilter } from "~/http/roadshows/participants-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["meetings", "common"]);
    const { searchParams } = new URL(request.url);
    const filter = readListFilter(searchParams);
    const { page, skip, size } = readPaging(searchParams, PAGE_SIZE);
    const paging = { skip, take: size };
    const found = await listParticipants(getDb(), params.id ?? "", actor, filter, paging);
    return {
      ...found,
      filter,
      page,
      title: `${t("meetings:list.caption")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerParticipants(request, params.id ?? "", actor, getDb());
  });
}

/** Everybody who takes part in an event, for its organiser. */
export default function ParticipantsPage() {
  const { t } = useTranslation("meetings");
  const { items, total, figures, filter, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const [params] = useSearchParams();
  const { id = "" } = useParams();
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (wanted: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(wanted));
    return `?${next}`;
  };
  return (
    <div className="space-y-5">
      <h2 className="sr-only">{t("list.caption")}</h2>
      <FormErrorSummary
        {...view.summary({
          name: t("list.name"),
          organisationName: t("list.unit"),
          phone: t("list.phone"),
          note: t("list.reason"),
        })}
      />
      <ParticipantFigures figures={figures} />
      <ParticipantFilters key={params.toString()} filter={filter} />
      <ParticipantTable items={items} view={view} />
      <Pagination
        previousTo={page > 1 ? pageTo(page - 1) : null}
        nextTo={from + items.length < total ? pageTo(page + 1) : null}
        summary={
          total === 0
            ? undefined
            : t("people.summary", { from: from + 1, to: from + items.length, total })
        }
      />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="text-muted">{t("list.exportHint")}</span>
        {(["csv", "xlsx"] as const).map((format) => (
          <a
            key={format}
            className="link"
            href={`${organiserHref(id, `participants-file/${format}`)}?${params}`}
            download
          >
            {t("list.export")} {format.toUpperCase()}
          </a>
        ))}
      </p>
      <WalkInForm view={view} />
    </div>
  );
}
