import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { RecordTable } from "~/components/brokers/record-table";
import { PageHeader } from "~/components/layout/page-header";
import { Pagination } from "~/components/ui/pagination";
import { confirmIntroduction } from "~/domain/brokers/confirm-introduction.server";
import { listRecordsAboutUs } from "~/domain/brokers/introduction-record-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/desk/mandates/introductions";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const paging = readPaging(new URL(request.url).searchParams, SIZE);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      page: paging.page,
      ...(await listRecordsAboutUs(paging, actor, getDb())),
      title: `${t("brokers:records.aboutTitle")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const confirmSchema = z.object({ id: z.uuid("not_found") });

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, confirmSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await confirmIntroduction(form.value.id, actor, getDb());
      return redirectWithFlash(HERE, { tone: "success", message: "brokers:records.confirmed" });
    });
  });
}

export default function IntroductionsAboutUs() {
  const { page, items, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  return (
    <>
      <PageHeader
        title={t("records.aboutTitle")}
        lead={t("records.aboutLead")}
        breadcrumbs={[
          { label: t("mandates.title"), to: "/desk/mandates" },
          { label: t("records.aboutTitle") },
        ]}
      />
      <div className="space-y-4">
        <RecordTable items={items} emptyTitle={t("records.emptyAbout")} />
        <Pagination
          previousTo={page > 1 ? `${HERE}?page=${page - 1}` : undefined}
          nextTo={page * SIZE < total ? `${HERE}?page=${page + 1}` : undefined}
          summary={t("records.count", { count: total })}
        />
      </div>
    </>
  );
}
