import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { CaseTable } from "~/components/registration/case-table";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { TextInput } from "~/components/ui/text-input";
import { listCases } from "~/domain/registration/case-queue-queries.server";
import { CASE_FILTERS } from "~/domain/registration/case-view";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const params = new URL(request.url).searchParams;
    const filter = CASE_FILTERS.find((one) => one === params.get("show")) ?? "open";
    const q = (params.get("q") ?? "").replaceAll("\u0000", "");
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const found = await listCases({ filter, q, skip, take: size }, actor, getDb());
    return {
      ...found,
      filter,
      q,
      page,
      now: clock.now().getTime(),
      // Who only pre-checks has no answers to bring in.
      mayImport: actor.registrarSeats.some((seat) => seat.role !== "PRECHECK"),
      title: `${t("recognition:queue.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CasesPage() {
  const { t } = useTranslation("recognition");
  const { items, total, filter, q, page, now, mayImport } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const link = (show: string, to = 1) =>
    `/office/registrations?${new URLSearchParams({ show, q, page: String(to) })}`;
  return (
    <>
      <PageHeader
        title={t("queue.title")}
        lead={t("queue.lead")}
        actions={
          mayImport && (
            <LinkButton to="/office/registrations/import" variant="secondary" icon="upload">
              {t("queue.importAnswers")}
            </LinkButton>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Tabs
          label={t("queue.title")}
          items={CASE_FILTERS.map((one) => ({
            to: link(one),
            label: t(`queue.${one}`),
            current: one === filter,
          }))}
        />
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="show" value={filter} />
          <TextInput name="q" label={t("queue.search")} defaultValue={q} />
          <SubmitButton variant="secondary">{t("queue.find")}</SubmitButton>
        </Form>
        <Card padding="flush">
          <CaseTable
            items={items}
            now={now}
            empty={
              <EmptyState icon="list" title={t("queue.emptyTitle")}>
                {t("queue.empty")}
              </EmptyState>
            }
          />
        </Card>
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? link(filter, page - 1) : null}
            nextTo={from + items.length < total ? link(filter, page + 1) : null}
            summary={t("list.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
