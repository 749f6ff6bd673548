import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OfferTable } from "~/components/licences/offer-table";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listOwnLicences } from "~/domain/licences/licence-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/desk/licences";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    const paging = readPaging(new URL(request.url).searchParams, SIZE);
    return {
      ...(await listOwnLicences(paging, actor, getDb())),
      page: paging.page,
      title: `${t("licences:desk.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Licences that the own organisations offer. */
export default function OwnLicences() {
  const { items, total, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("licences");
  const from = (page - 1) * SIZE;
  return (
    <>
      <PageHeader
        title={t("desk.title")}
        lead={t("desk.lead")}
        actions={
          <LinkButton to={`${HERE}/new`} variant="primary">
            {t("desk.new")}
          </LinkButton>
        }
      />
      <div className="space-y-5">
        <Tabs
          label={t("desk.title")}
          items={[
            { to: HERE, label: t("nav.offers"), current: true },
            { to: `${HERE}/purchases`, label: t("nav.purchases") },
          ]}
        />
        <OfferTable
          rows={items}
          caption={t("desk.caption")}
          under={HERE}
          empty={
            <EmptyState icon="certificate" title={t("desk.emptyTitle")}>
              {t("desk.emptyText")}
            </EmptyState>
          }
        />
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? `${HERE}?page=${page - 1}` : null}
            nextTo={from + items.length < total ? `${HERE}?page=${page + 1}` : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
