import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { AmendmentList } from "~/components/tenders/amendment-list";
import { CriteriaCard } from "~/components/tenders/criteria-card";
import { HoldersCard } from "~/components/tenders/holders-card";
import { TenderObjectionList } from "~/components/tenders/objection-list";
import { OpeningRecord, RankingCard } from "~/components/tenders/opening-record";
import { AskForm, ObjectForm } from "~/components/tenders/public-forms";
import { QuestionList } from "~/components/tenders/question-list";
import { TenderContent, TenderDates } from "~/components/tenders/tender-facts";
import { TenderFiles } from "~/components/tenders/tender-files";
import { TenderNotices } from "~/components/tenders/tender-notices";
import { TenderStateBadge } from "~/components/tenders/tender-state";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor, requireUser } from "~/http/guards.server";
import { answerPublicTenderForm } from "~/http/tenders/public-tender-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const number = Number(params.number);
    const page = await getPublicTender(getDb(), number, actor, findLocale(request));
    return {
      ...page,
      isSignedIn: actor !== null,
      title: `${page.tender.title} · ${t("tenders:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPublicTenderForm(request, Number(params.number), actor, getDb());
  });
}

/** One tender with all dates, documents, questions, changes, and what came of it. */
export default function TenderPage() {
  const { t } = useTranslation("tenders");
  const { tender, holders, isTakingBids, isSignedIn, objectors, deskHref } =
    useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const here = `/tenders/${tender.number}`;
  return (
    <>
      <PageHeader
        title={tender.title}
        eyebrow={
          <>
            <TenderStateBadge state={tender.state} />{" "}
            <span className="text-sm text-muted">{t("number", { number: tender.number })}</span>
          </>
        }
        breadcrumbs={[{ label: t("title"), to: "/tenders" }, { label: tender.title }]}
        actions={
          <>
            {isTakingBids && (
              <LinkButton to={`${here}/bid`} variant="primary">
                {t("facts.bid")}
              </LinkButton>
            )}
            {!isTakingBids && isSignedIn && (
              <LinkButton to={`${here}/bid`} size="sm">
                {t("bid.current")}
              </LinkButton>
            )}
            <LinkButton to={`${here}/calendar.ics`} size="sm" icon="calendar" reloadDocument>
              {t("facts.calendar")}
            </LinkButton>
            {deskHref && (
              <LinkButton to={deskHref} size="sm">
                {t("facts.work")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary
          {...view.summary({
            text: t("questions.text"),
            objection: t("objections.text"),
            organisationId: t("objections.organisation"),
          })}
        />
        <TenderNotices tender={tender} isTakingBids={isTakingBids} />
        <Card title={t("facts.dates")}>
          <TenderDates tender={tender} />
        </Card>
        <RankingCard tender={tender} />
        <OpeningRecord tender={tender} />
        {(objectors.length > 0 || tender.objections.length > 0) && (
          <Card title={t("objections.title")}>
            <TenderObjectionList objections={tender.objections} />
            {objectors.length > 0 && (
              <ObjectForm
                objectors={objectors}
                valueAt={(name) => view.value(name)}
                errorAt={view.error}
              />
            )}
          </Card>
        )}
        <TenderContent tender={tender} />
        <CriteriaCard criteria={tender.criteria} choices={tender.choices} rules={tender.rules} />
        <TenderFiles files={tender.files} hrefOf={(fileId) => `${here}/files/${fileId}`} />
        <Card title={t("amendments.title")}>
          <AmendmentList amendments={tender.amendments} />
        </Card>
        <Card title={t("questions.title")}>
          <p className="mb-3 text-muted">{t("questions.lead")}</p>
          <QuestionList questions={tender.questions} />
          {isTakingBids && (
            <AskForm
              isSignedIn={isSignedIn}
              value={view.value("text")}
              error={view.error("text")}
            />
          )}
        </Card>
        <HoldersCard holders={holders} />
      </div>
    </>
  );
}
