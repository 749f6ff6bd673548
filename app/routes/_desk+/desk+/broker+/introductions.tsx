import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RecordForm } from "~/components/brokers/record-form";
import { RecordTable } from "~/components/brokers/record-table";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listOwnRecords } from "~/domain/brokers/introduction-record-queries.server";
import { introductionRecordSchema } from "~/domain/brokers/introduction-record-schema";
import { listMandates } from "~/domain/brokers/mandate-queries.server";
import { recordIntroduction } from "~/domain/brokers/record-introduction.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const MANDATES = 100;
const HERE = "/desk/broker/introductions";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const params = new URL(request.url).searchParams;
    const filter = params.get("list") === "open" ? ("open" as const) : ("all" as const);
    const paging = readPaging(params, SIZE);
    const mine = { broker: { userId: actor.userId }, state: "ACTIVE" };
    const [records, mandates] = await Promise.all([
      listOwnRecords({ filter, ...paging }, actor, db),
      listMandates({ list: "open", skip: 0, size: MANDATES, extra: mine }, actor, db),
    ]);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      ...records,
      filter,
      page: paging.page,
      chosen: {
        mandateId: params.get("mandate") ?? "",
        achievementNumber: params.get("achievement") ?? "",
        needNumber: params.get("need") ?? "",
      },
      mandates: mandates.items.map(({ id, number, title }) => ({ id, number, title })),
      title: `${t("brokers:records.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, introductionRecordSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await recordIntroduction(form.value, actor, getDb());
      return redirectWithFlash(HERE, { tone: "success", message: "brokers:records.recorded" });
    });
  });
}

export default function BrokerIntroductions() {
  const { items, total, filter, page, mandates, chosen } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("brokers");
  const pageTo = (number: number) => `${HERE}?list=${filter}&page=${number}`;
  return (
    <>
      <PageHeader
        title={t("records.title")}
        lead={t("records.lead")}
        breadcrumbs={[
          { label: t("board.title"), to: "/desk/broker" },
          { label: t("records.title") },
        ]}
      />
      <div className="space-y-5">
        <Card title={t("records.record")}>
          <RecordForm mandates={mandates} chosen={chosen} view={view} />
        </Card>
        <Tabs
          label={t("records.title")}
          items={[
            { to: HERE, label: t("records.all"), current: filter === "all" },
            { to: `${HERE}?list=open`, label: t("records.open"), current: filter === "open" },
          ]}
        />
        <RecordTable
          items={items}
          emptyTitle={t("records.emptyTitle")}
          emptyText={t("records.emptyText")}
        />
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("records.count", { count: total })}
        />
      </div>
    </>
  );
}
