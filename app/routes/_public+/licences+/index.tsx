import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { useLicenceText } from "~/components/licences/use-licence-text";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { licenceHref } from "~/domain/licences/licence-href-rules";
import { listOpenLicences } from "~/domain/licences/licence-queries.server";
import { LICENCE_OFFER_KINDS } from "~/domain/licences/licence-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const MOST_WORDS = 60;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["licences", "common"]);
    const query = new URL(request.url).searchParams;
    const { page, ...paging } = readPaging(query, SIZE);
    const filter = {
      kind: LICENCE_OFFER_KINDS.find((one) => one === query.get("kind")) ?? null,
      words: (query.get("q") ?? "").replaceAll("\u0000", "").slice(0, MOST_WORDS),
      isFree: query.get("free") === "on",
    };
    return {
      ...(await listOpenLicences(filter, paging, getDb())),
      filter,
      page,
      title: `${t("licences:list.title")} · ${t("common:marketName")}`,
      description: t("licences:list.lead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

/** Licences that anybody can take now. */
export default function Licences() {
  const { items, total, filter, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  const from = (page - 1) * SIZE;
  const pageTo = (number: number) => {
    const query = new URLSearchParams({
      ...(filter.words ? { q: filter.words } : {}),
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...(filter.isFree ? { free: "on" } : {}),
      page: String(number),
    });
    return `/licences?${query}`;
  };
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <div className="space-y-5">
        <Form method="get" className="flex flex-wrap items-end gap-3" role="search">
          <TextInput
            name="q"
            label={t("list.words")}
            width="medium"
            key={`q-${filter.words}`}
            defaultValue={filter.words}
          />
          <Select
            name="kind"
            label={t("list.kind")}
            width="medium"
            placeholder={t("list.allKinds")}
            key={`kind-${filter.kind}`}
            defaultValue={filter.kind ?? ""}
            options={LICENCE_OFFER_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Checkbox
            name="free"
            label={t("list.isFree")}
            key={`free-${filter.isFree}`}
            defaultChecked={filter.isFree}
          />
          <Button type="submit" icon="filter">
            {t("list.filter")}
          </Button>
        </Form>
        <Card padding="flush">
          <Table
            caption={t("list.caption")}
            rows={items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="certificate" title={t("list.emptyTitle")}>
                {t("list.emptyText")}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                header: t("list.name"),
                rowHeader: true,
                cell: (row) => (
                  <>
                    <Link className="link" to={licenceHref(row.number)}>
                      {row.title}
                    </Link>
                    {row.summary && (
                      <span className="mt-0.5 block font-normal text-muted">{row.summary}</span>
                    )}
                  </>
                ),
              },
              { key: "kind", header: t("list.kind"), cell: (row) => t(`kinds.${row.kind}`) },
              { key: "licensor", header: t("list.licensor"), cell: (row) => row.organisation },
              {
                key: "fee",
                header: t("list.fee"),
                align: "end",
                cell: (row) => <span className="tabular">{text.fee(row.feeFen)}</span>,
              },
              { key: "term", header: t("list.term"), cell: (row) => text.term(row.termMonths) },
              {
                key: "patents",
                header: t("list.patents"),
                align: "end",
                cell: (row) => row.patentCount,
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? pageTo(page - 1) : null}
            nextTo={from + items.length < total ? pageTo(page + 1) : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
