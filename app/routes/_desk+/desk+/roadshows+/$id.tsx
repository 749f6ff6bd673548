import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OrganiserTabs } from "~/components/roadshows/events/organiser-tabs";
import { RoadshowStateBadge } from "~/components/roadshows/events/roadshow-state";
import { getRoadshowFrame } from "~/domain/roadshows/events/frame-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const frame = await getRoadshowFrame(params.id ?? "", actor, getDb());
    const name = frame.title || t("roadshows:number", { number: frame.number });
    return { frame, title: `${name} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Head and tabs of one event; the pages under it load and act for themselves. */
export default function RoadshowLayout() {
  const { t } = useTranslation("roadshows");
  const { frame } = useLoaderData<typeof loader>();
  const name = frame.title || t("number", { number: frame.number });
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={
          <>
            <RoadshowStateBadge state={frame.state} />
            <span className="text-sm text-muted">{t("number", { number: frame.number })}</span>
            <span className="text-sm text-muted">{frame.organiser}</span>
          </>
        }
        breadcrumbs={[{ label: t("nav.mine"), to: "/desk/roadshows" }, { label: name }]}
      />
      <div className="no-print mb-6">
        <OrganiserTabs frame={frame} />
      </div>
      <Outlet />
    </>
  );
}
