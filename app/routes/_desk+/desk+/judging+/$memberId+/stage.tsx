import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { JudgeSheets } from "~/components/roadshows/day/judge-sheets";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getJudgePage } from "~/domain/roadshows/day/judge-queries.server";
import { seatHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerJudge } from "~/http/roadshows/score-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const page = await getJudgePage(getDb(), params.memberId ?? "", actor);
    const title = `${t("stage:judge.title")} · ${page.roadshowTitle} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerJudge(request, params.memberId ?? "", actor, getDb());
  });
}

export default function JudgePage() {
  const { t } = useTranslation("stage");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = Object.fromEntries(page.criteria.map((one) => [`points.${one.key}`, one.label]));
  return (
    <>
      <PageHeader
        title={t("judge.title")}
        lead={page.roadshowTitle}
        breadcrumbs={[
          { label: t("judge.back"), to: seatHref(page.memberId) },
          { label: t("judge.title") },
        ]}
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ ...labels, total: t("judge.total") })} />
        <JudgeSheets page={page} view={view} />
      </div>
    </>
  );
}
