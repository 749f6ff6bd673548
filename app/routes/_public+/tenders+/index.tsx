import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { TenderTable } from "~/components/tenders/tender-table";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { Tabs } from "~/components/ui/tabs";
import { TextInput } from "~/components/ui/text-input";
import { readPaging } from "~/domain/shared/pagination";
import { listTenderCategories } from "~/domain/tenders/tender-category-queries.server";
import { tenderHref } from "~/domain/tenders/tender-href";
import { listTenders, TENDER_SHOWS } from "~/domain/tenders/tender-list-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["tenders", "common"]);
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, SIZE);
    const show = TENDER_SHOWS.find((one) => one === query.get("show")) ?? "open";
    const text = (query.get("q") ?? "").replaceAll("\u0000", "").trim().slice(0, 100);
    const categories = await listTenderCategories(getDb(), findLocale(request));
    const asked = query.get("category") ?? "";
    const categoryCode = categories.some((one) => one.value === asked) ? asked : "";
    const filter = { show, text, categoryCode, skip, take: size };
    return {
      ...(await listTenders(getDb(), filter)),
      shows: TENDER_SHOWS,
      show,
      text,
      categories,
      categoryCode,
      page,
      title: `${t("tenders:title")} · ${t("common:marketName")}`,
      description: t("tenders:lead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

/** Every issued tender. */
export default function TendersPage() {
  const { t } = useTranslation("tenders");
  const data = useLoaderData<typeof loader>();
  const { lines, total, shows, show, text, categories, categoryCode, page } = data;
  const to = (values: { show?: string; page?: number }) => {
    const query = new URLSearchParams({ show: values.show ?? show });
    if (text) query.set("q", text);
    if (categoryCode) query.set("category", categoryCode);
    if (values.page && values.page > 1) query.set("page", String(values.page));
    return `/tenders?${query}`;
  };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="space-y-5">
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="show" value={show} />
          <TextInput name="q" label={t("list.search")} defaultValue={text} width="medium" />
          <Select
            name="category"
            label={t("list.category")}
            options={categories}
            placeholder={t("list.anyCategory")}
            defaultValue={categoryCode}
            width="medium"
          />
          <Button type="submit" icon="search">
            {t("list.find")}
          </Button>
        </Form>
        <Tabs
          label={t("list.state")}
          items={shows.map((one) => ({
            to: to({ show: one }),
            label: t(`shows.${one}`),
            current: one === show,
          }))}
        />
        <TenderTable
          lines={lines}
          caption={t("title")}
          hrefOf={(line) => tenderHref(line.number)}
          empty={
            <EmptyState icon="inbox" title={t("list.emptyTitle")}>
              {t("list.emptyText")}
            </EmptyState>
          }
        />
        <Pagination
          previousTo={page > 1 ? to({ page: page - 1 }) : null}
          nextTo={page * SIZE < total ? to({ page: page + 1 }) : null}
          summary={t("list.summary", { total })}
        />
      </div>
    </>
  );
}
