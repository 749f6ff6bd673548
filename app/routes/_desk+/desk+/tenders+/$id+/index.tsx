import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { AmendmentForm } from "~/components/tenders/amendment-form";
import { AmendmentList } from "~/components/tenders/amendment-list";
import { AnswerForms } from "~/components/tenders/answer-forms";
import { AwardForm } from "~/components/tenders/award-form";
import { HolderForms } from "~/components/tenders/holder-forms";
import { HoldersCard } from "~/components/tenders/holders-card";
import { TenderMoveForm } from "~/components/tenders/move-form";
import { TenderObjectionList } from "~/components/tenders/objection-list";
import { OpeningRecord, RankingCard } from "~/components/tenders/opening-record";
import { QuestionList } from "~/components/tenders/question-list";
import { RecallForm } from "~/components/tenders/recall-form";
import { TenderContent, TenderDates } from "~/components/tenders/tender-facts";
import { TenderHistory } from "~/components/tenders/tender-history";
import { TenderNotices } from "~/components/tenders/tender-notices";
import { TenderStateBadge } from "~/components/tenders/tender-state";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { DomainError } from "~/domain/shared/domain-error";
import { getDeskTender } from "~/domain/tenders/desk-tender-queries.server";
import { BEFORE_ISSUE, DRAFTED } from "~/domain/tenders/tender-procedure";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerDeskTender } from "~/http/tenders/desk-tender-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const desk = await getDeskTender(params.id ?? "", actor, getDb(), findLocale(request));
    if (!desk.isBuyer) throw new DomainError("not_found", { status: 404 });
    const t = getFixedT(request, ["tenders", "common"]);
    const title = `${desk.tender.title || t("tenders:title")} · ${t("common:marketName")}`;
    return { ...desk, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerDeskTender(request, params.id ?? "", actor, getDb());
  });
}

/** A buyer's own tender: what stands, what waits, and the next step. */
export default function DeskTenderPage() {
  const { t } = useTranslation("tenders");
  const { tender, holders, moves, mayAward, dealId, timeline } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const valueAt = (name: string) => view.value(name);
  const isBefore = BEFORE_ISSUE.includes(tender.state);
  const isIssued = tender.state === "ISSUED";
  const isOver = tender.state === "FAILED" || tender.state === "CANCELLED";
  return (
    <>
      <PageHeader
        title={tender.title || t("number", { number: tender.number })}
        eyebrow={<TenderStateBadge state={tender.state} />}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders" },
          { label: tender.title || t("number", { number: tender.number }) },
        ]}
        actions={
          <>
            {DRAFTED.includes(tender.state) && (
              <LinkButton to={`/desk/tenders/${tender.id}/edit`} icon="edit">
                {t("desk.edit")}
              </LinkButton>
            )}
            {tender.issuedAt && (
              <LinkButton to={`/tenders/${tender.number}`}>{t("desk.public")}</LinkButton>
            )}
            {dealId && <LinkButton to={`/desk/deals/${dealId}`}>{t("desk.room")}</LinkButton>}
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary
          {...view.summary({
            move: t("desk.steps"),
            note: t("desk.note"),
            email: t("holders.email"),
            text: t("amendments.text"),
            dueDate: t("edit.dueDate"),
            budget: t("edit.budget"),
            bond: t("edit.bond"),
            criteria: t("edit.criteria"),
            title: t("edit.name"),
            description: t("facts.description"),
            categoryCode: t("edit.category"),
            qualification: t("facts.qualification"),
            contractTerms: t("facts.contractTerms"),
            answer: t("questions.reply"),
            bidId: t("desk.awardTo"),
          })}
        />
        <TenderNotices tender={tender} isTakingBids={isIssued} />
        {mayAward && <AwardForm tender={tender} valueAt={valueAt} errorAt={view.error} />}
        {moves.includes("award") && !mayAward && tender.standstillEndsAt && (
          <Alert tone="info">
            {t("desk.awardWait", { date: formatDateTime(tender.standstillEndsAt, "datetime") })}
          </Alert>
        )}
        <Card title={t("desk.steps")}>
          {isOver && !tender.laterNumber ? (
            <RecallForm />
          ) : (
            <TenderMoveForm
              moves={moves}
              refused={{ move: view.value("move"), note: view.value("note"), errorAt: view.error }}
            />
          )}
        </Card>
        <HoldersCard holders={holders} />
        {DRAFTED.includes(tender.state) && (
          <Card title={t("holders.appoint")}>
            <HolderForms
              roles={["BUYER"]}
              refused={{
                role: view.value("role"),
                email: view.value("email"),
                error: view.error("email"),
              }}
            />
          </Card>
        )}
        <Card title={t("facts.dates")}>
          <TenderDates tender={tender} />
        </Card>
        <RankingCard tender={tender} />
        <OpeningRecord tender={tender} />
        {tender.objections.length > 0 && (
          <Card title={t("objections.title")}>
            <TenderObjectionList objections={tender.objections} />
          </Card>
        )}
        {!isBefore && (
          <Card title={t("questions.title")}>
            <QuestionList questions={tender.questions} />
            {isIssued && <AnswerForms questions={tender.questions} errorAt={view.error} />}
          </Card>
        )}
        {!isBefore && (
          <Card title={t("amendments.title")}>
            <AmendmentList amendments={tender.amendments} />
          </Card>
        )}
        {isIssued && (
          <Card title={t("amendments.new")}>
            <AmendmentForm valueAt={valueAt} errorAt={view.error} />
          </Card>
        )}
        <TenderContent tender={tender} />
        <TenderHistory timeline={timeline} />
      </div>
    </>
  );
}
