import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ScoreSheet } from "~/components/tenders/score-sheet";
import { SeatForms } from "~/components/tenders/seat-forms";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getEvaluation } from "~/domain/tenders/evaluation-queries.server";
import { scoreField } from "~/domain/tenders/score-schema";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerEvaluation } from "~/http/tenders/evaluation-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const page = await getEvaluation(params.id ?? "", actor, getDb());
    return { ...page, pageTitle: `${t("tenders:evaluation.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerEvaluation(request, params.id ?? "", actor, getDb());
  });
}

/** 评标: one member's declaration and own scores. */
export default function EvaluationPage() {
  const { t } = useTranslation("tenders");
  const page = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { seat, state, bids, criteria } = page;
  const labels: Record<string, string> = { note: t("evaluation.recuseNote") };
  for (const bid of bids) {
    for (const one of criteria) {
      labels[scoreField(bid.id, one.id)] = `${bid.organisation} · ${one.title}`;
    }
  }
  const isRunning = state === "EVALUATION" && !seat.isRecused;
  return (
    <>
      <PageHeader
        title={t("evaluation.title")}
        lead={t("evaluation.lead")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders?list=duties" },
          { label: page.title },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary {...view.summary(labels)} />
        {seat.isRecused && <Alert tone="info">{t("evaluation.recused")}</Alert>}
        {(state === "ISSUED" || state === "OPENING") && (
          <Alert tone="info">{t("evaluation.wait")}</Alert>
        )}
        {seat.isSubmitted && <Alert tone="success">{t("evaluation.isSubmitted")}</Alert>}
        {!seat.isRecused && !seat.isSubmitted && (
          <SeatForms
            bidders={page.bidders}
            mayAccept={isRunning && !seat.isAccepted}
            value={view.value("note")}
            error={view.error("note")}
          />
        )}
        {seat.isAccepted && (
          <ScoreSheet
            tenderId={page.tenderId}
            bids={bids}
            criteria={criteria}
            scores={page.scores}
            isOpen={isRunning && !seat.isSubmitted}
            valueAt={view.value}
            errorAt={view.error}
          />
        )}
      </div>
    </>
  );
}
