import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { listPublicReplays } from "~/domain/roadshows/follow-up/replay-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["leads", "common"]);
    const number = readNumber(params.number);
    const found = await listPublicReplays(number, await findActor(request), getDb());
    const title = `${found.title} · ${t("leads:replays.publicTitle")} · ${t("common:marketName")}`;
    return { event: found.title, number, projects: found.projects, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Recordings that the presenters agreed to show; nothing is loaded from elsewhere until one opens it. */
export default function PublicReplaysPage() {
  const { event, number, projects } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  return (
    <>
      <PageHeader
        title={t("replays.publicTitle")}
        lead={t("replays.publicLead")}
        breadcrumbs={[
          { label: event, to: roadshowHref(number) },
          { label: t("replays.publicTitle") },
        ]}
      />
      {projects.length === 0 && <EmptyState icon="eye" title={t("replays.empty")} />}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {projects.map((project) => (
          <li key={project.id}>
            <Card title={project.title}>
              <p className="mb-3 text-sm text-muted">{project.organisationName}</p>
              <ul className="space-y-2">
                {project.replays.map((replay) => (
                  <li key={replay.id}>
                    <a
                      href={replay.url}
                      rel="noreferrer noopener"
                      className="link inline-flex items-center gap-1.5"
                    >
                      <Icon name="external" size={16} />
                      {t("replays.watch", { title: replay.title })}
                    </a>
                    <span className="block text-sm break-all text-muted">
                      {t("replays.leaves", { host: new URL(replay.url).hostname })}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
