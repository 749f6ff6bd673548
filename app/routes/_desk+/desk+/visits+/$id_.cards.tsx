import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { VisitCardTable } from "~/components/roadshows/follow-up/visit-card-table";
import { VisitHead } from "~/components/roadshows/people/visit-head";
import { listVisitCards } from "~/domain/roadshows/follow-up/visit-cards-queries.server";
import { getVisitHead } from "~/domain/roadshows/people/visit-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const participantId = params.id ?? "";
    const { items } = await listVisitCards(participantId, actor, getDb());
    const visit = await getVisitHead(getDb(), participantId, actor);
    const title = `${t("leads:visit.title")} · ${visit.event.title} · ${t("common:marketName")}`;
    return { items, visit, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A participant's own interest cards and meetings, and what came of them. */
export default function VisitCardsPage() {
  const { items, visit } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  return (
    <>
      <VisitHead visit={visit} current="cards" />
      <section className="space-y-4" aria-labelledby="cards">
        <h2 id="cards" className="text-xl">
          {t("visit.title")}
        </h2>
        <p className="text-muted">{t("visit.lead")}</p>
        <VisitCardTable items={items} />
      </section>
    </>
  );
}
