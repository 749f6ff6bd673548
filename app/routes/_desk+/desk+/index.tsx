import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TodoList } from "~/components/desk/todo-list";
import { WaitingList } from "~/components/desk/waiting-list";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Stat, StatGrid } from "~/components/ui/stat";
import { can } from "~/domain/identity/permission-rules";
import { readDesk } from "~/domain/statistics/desk-queries.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  return {
    ...(await readDesk(actor, getDb())),
    canPublish: can(actor, "listing.create", { organisationId: actor.organisationId }),
    title: pageTitle(request),
  };
}

function pageTitle(request: Request): string {
  const t = getFixedT(request, ["desk", "common"]);
  return `${t("desk:home.title")} · ${t("common:marketName")}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Desk() {
  const { t, i18n } = useTranslation("desk");
  const desk = useLoaderData<typeof loader>();
  const { figures } = desk;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <PageHeader
        title={t("home.title")}
        lead={t("home.lead")}
        actions={
          desk.canPublish && (
            <>
              <LinkButton to="/desk/achievements/new" icon="plus">
                {t("home.publish")}
              </LinkButton>
              <LinkButton to="/desk/needs/new" icon="plus">
                {t("home.post")}
              </LinkButton>
            </>
          )
        }
      />
      <div className="space-y-6">
        {desk.todos.length > 0 ? (
          <Card title={t("home.count", { count: desk.todos.length })} padding="flush">
            <TodoList todos={desk.todos} asOf={desk.asOf} />
          </Card>
        ) : (
          <Card>
            <EmptyState
              icon="check"
              title={t("home.none")}
              actions={
                <>
                  <LinkButton to="/needs?sort=newest">{t("home.browseNeeds")}</LinkButton>
                  <LinkButton to="/achievements?sort=newest">
                    {t("home.browseAchievements")}
                  </LinkButton>
                </>
              }
            >
              {t("home.noneText")}
            </EmptyState>
          </Card>
        )}
        {figures && (
          <section aria-labelledby="own-figures">
            <h2 id="own-figures" className="mb-2 text-lg">
              {t("home.figures")}
            </h2>
            <StatGrid>
              <Stat label={t("home.published")} value={number.format(figures.published)} />
              <Stat label={t("home.views")} value={number.format(figures.views)} />
              <Stat label={t("home.interest")} value={number.format(figures.interest)} />
              <Stat
                label={t("home.introductions")}
                value={number.format(figures.introductions)}
                to="/desk/introductions"
              />
            </StatGrid>
          </section>
        )}
        {figures && (
          <Card title={t("home.waiting")}>
            <WaitingList items={desk.waiting} asOf={desk.asOf} />
          </Card>
        )}
      </div>
    </>
  );
}
