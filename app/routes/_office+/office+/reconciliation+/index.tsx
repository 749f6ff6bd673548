import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { BankLines } from "~/components/payments/bank-lines";
import { DifferenceList } from "~/components/payments/difference-list";
import { useFen } from "~/components/payments/use-fen";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { listBankLines } from "~/domain/payments/bank-line-queries.server";
import { getReconciliation } from "~/domain/payments/reconciliation-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerReconciliationForm } from "~/http/payments/reconciliation-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["payments", "common"]);
    const params = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const db = getDb();
    const found = await getReconciliation(params.get("month"), actor, db);
    return {
      title: `${t("payments:office.reconciliation.title")} · ${t("common:marketName")}`,
      page,
      ...found,
      ...(await listBankLines(found.month, { skip, take: size }, actor, db)),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerReconciliationForm(request, actor, getDb());
  });
}

export default function ReconciliationPage() {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const found = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { month, page, total, lines } = found;
  const to = (number: number) => `/office/reconciliation?month=${month}&page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("office.reconciliation.title")} lead={t("office.reconciliation.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            file: t("office.reconciliation.file"),
            reference: t("reference"),
            returns: t("office.reconciliation.returns"),
            note: t("office.refunds.note"),
          })}
        />
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextInput
            name="month"
            label={t("office.reconciliation.month")}
            placeholder="2026-01"
            width="short"
            defaultValue={month}
          />
          <SubmitButton variant="secondary">{t("office.reconciliation.show")}</SubmitButton>
        </Form>
        {found.stripe === "away" && (
          <Alert tone="warning">{t("office.reconciliation.stripeAway")}</Alert>
        )}
        {found.stripe === "off" && (
          <Alert tone="info">{t("office.reconciliation.stripeOff")}</Alert>
        )}
        {found.isCut && (
          <Alert tone="warning">{t("office.reconciliation.cut", { max: found.maxRecords })}</Alert>
        )}
        <Card title={t("office.reconciliation.sums")} padding="flush">
          <Table
            caption={t("office.reconciliation.sumsCaption")}
            rows={found.sums}
            rowKey={(one) => one.source}
            columns={[
              {
                key: "source",
                header: t("office.reconciliation.source"),
                rowHeader: true,
                cell: (one) => t(`office.reconciliation.sources.${one.source}`),
              },
              {
                key: "in",
                header: t("office.reconciliation.in"),
                align: "end",
                cell: (one) => <span className="tabular whitespace-nowrap">{fen(one.inFen)}</span>,
              },
              {
                key: "out",
                header: t("office.reconciliation.out"),
                align: "end",
                cell: (one) => <span className="tabular whitespace-nowrap">{fen(one.outFen)}</span>,
              },
            ]}
          />
        </Card>
        <DifferenceList differences={found.differences} view={view} />
        <Card title={t("office.reconciliation.import")}>
          <Form method="post" encType="multipart/form-data" className="grid gap-4">
            <FileInput
              name="file"
              label={t("office.reconciliation.file")}
              hint={t("office.reconciliation.importHint")}
              required
              accept=".csv,text/csv"
              error={view.error("file")}
            />
            <div>
              <SubmitButton intent="import" icon="upload">
                {t("office.reconciliation.import")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <Card title={t("office.reconciliation.lines")} padding="flush">
          <BankLines lines={lines} />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : undefined}
            nextTo={from + lines.length < total ? to(page + 1) : undefined}
            summary={t("listSummary", { from: from + 1, to: from + lines.length, total })}
          />
        )}
      </div>
    </>
  );
}
