import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { SeatProjects } from "~/components/roadshows/call/seat-projects";
import { LinkButton } from "~/components/ui/button";
import { Pagination } from "~/components/ui/pagination";
import { getSeat } from "~/domain/roadshows/call/seat-queries.server";
import { seatHref } from "~/domain/roadshows/events/roadshow-href";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const seat = await getSeat(getDb(), params.memberId ?? "", actor, { skip, take: size });
    return {
      seat,
      page,
      title: `${seat.event.title} · ${t("pitches:judging.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Projects of one event for a reviewer or judge. */
export default function SeatPage() {
  const { t } = useTranslation("pitches");
  const { seat, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={seat.event.title}
        lead={t("judging.list.lead")}
        breadcrumbs={[
          { label: t("judging.title"), to: "/desk/judging" },
          { label: seat.event.title },
        ]}
        meta={<span>{t(`judging.roles.${seat.role as "REVIEWER" | "JUDGE"}`)}</span>}
        actions={
          <>
            {seat.role === "JUDGE" && (
              <LinkButton to={`${seatHref(seat.id)}/stage`} variant="primary">
                {t("judging.toStage")}
              </LinkButton>
            )}
            <LinkButton to={`/roadshows/${seat.event.number}`}>{t("page.seeRoadshow")}</LinkButton>
          </>
        }
      />
      <SeatProjects seat={seat} />
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + seat.projects.length < seat.total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
