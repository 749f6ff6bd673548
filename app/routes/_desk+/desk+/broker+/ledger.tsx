import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LedgerSummary } from "~/components/brokers/ledger-summary";
import { LedgerTable } from "~/components/brokers/ledger-table";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Button } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { changeShare } from "~/domain/brokers/change-share.server";
import { getLedger } from "~/domain/brokers/ledger-queries.server";
import { shareChangeSchema } from "~/domain/brokers/share-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 30;
const HERE = "/desk/broker/ledger";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const paging = readPaging(params, SIZE);
    const year = Number(params.get("year"));
    const ledger = await getLedger(
      {
        owner: params.get("owner"),
        year: Number.isInteger(year) && year > 0 ? year : null,
        ...paging,
      },
      actor,
      getDb(),
    );
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      ledger,
      page: paging.page,
      title: `${t("brokers:ledger.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, shareChangeSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { entryId, share, note } = form.value;
      await changeShare({ entryId, shareBp: share, note }, actor, getDb());
      const { search } = new URL(request.url);
      return redirectWithFlash(`${HERE}${search}`, {
        tone: "success",
        message: "brokers:ledger.corrected",
      });
    });
  });
}

export default function BrokerLedger() {
  const { ledger, page } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("brokers");
  const { owner, owners, year, years, lines, total } = ledger;
  const pageTo = (number: number) => `${HERE}?owner=${owner.id}&year=${year}&page=${number}`;
  return (
    <>
      <PageHeader
        title={t("ledger.title")}
        lead={t("ledger.lead")}
        breadcrumbs={[
          { label: t("board.title"), to: "/desk/broker" },
          { label: t("ledger.title") },
        ]}
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({ share: t("ledger.correctShare"), note: t("ledger.correctNote") })}
        />
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <Select
            name="owner"
            label={t("ledger.owner")}
            options={owners.map((one) => ({
              value: one.id,
              label: t(one.kind === "BROKER" ? "ledger.ownerBroker" : "ledger.ownerAgency", {
                name: one.name,
              }),
            }))}
            defaultValue={owner.id}
          />
          <Select
            name="year"
            label={t("ledger.year")}
            options={years.map((one) => ({
              value: String(one),
              label: t("ledger.yearValue", { year: one }),
            }))}
            defaultValue={String(year)}
          />
          <Button type="submit" variant="secondary">
            {t("ledger.show")}
          </Button>
        </Form>
        <LedgerSummary ledger={ledger} />
        <LedgerTable lines={lines} showsBroker={owner.kind === "AGENCY"} />
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("ledger.count", { count: total })}
        />
      </div>
    </>
  );
}
