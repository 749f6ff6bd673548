import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { VisitCardTable } from "~/components/roadshows/follow-up/visit-card-table";
import { LinkButton } from "~/components/ui/button";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import { listVisitCards } from "~/domain/roadshows/follow-up/visit-cards-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const participantId = params.id ?? "";
    const found = await listVisitCards(participantId, actor, getDb());
    const title = `${t("leads:visit.title")} · ${t("common:marketName")}`;
    return { ...found, participantId, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A participant's own interest cards and meetings, and what came of them. */
export default function VisitCardsPage() {
  const { event, items, participantId } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  return (
    <>
      <PageHeader
        title={t("visit.title")}
        lead={t("visit.lead")}
        breadcrumbs={[
          { label: event.title, to: visitHref(participantId) },
          { label: t("visit.title") },
        ]}
        actions={
          <LinkButton to={visitHref(participantId)} variant="secondary" icon="arrow-left">
            {t("visit.back")}
          </LinkButton>
        }
      />
      <VisitCardTable items={items} />
    </>
  );
}
