import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RegistrationTable } from "~/components/registration/registration-table";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { can } from "~/domain/identity/permission-rules";
import { listRegistrations } from "~/domain/registration/registration-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const { organisationId } = actor;
    const found = organisationId
      ? await listRegistrations(organisationId, { skip, take: size }, actor, getDb())
      : { items: [], total: 0 };
    return {
      ...found,
      page,
      mayApply: can(actor, "registration.apply", { organisationId }),
      title: `${t("recognition:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegistrationsPage() {
  const { t } = useTranslation("recognition");
  const { items, total, page, mayApply } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const pageLink = (to: number) => `/desk/registrations?page=${to}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead")}
        actions={
          mayApply && (
            <LinkButton to="/desk/registrations/facts" variant="secondary">
              {t("list.facts")}
            </LinkButton>
          )
        }
      />
      <Card padding="flush">
        <RegistrationTable
          items={items}
          empty={
            <EmptyState
              icon="certificate"
              title={t("list.emptyTitle")}
              actions={<LinkButton to="/desk/deals">{t("list.toDeals")}</LinkButton>}
            >
              {t("list.empty")}
            </EmptyState>
          }
        />
      </Card>
      {total > PAGE_SIZE && (
        <Pagination
          previousTo={page > 1 ? pageLink(page - 1) : null}
          nextTo={from + items.length < total ? pageLink(page + 1) : null}
          summary={t("list.summary", { from: from + 1, to: from + items.length, total })}
        />
      )}
    </>
  );
}
