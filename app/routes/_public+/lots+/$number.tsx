import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import {
  DateFacts,
  PriceFacts,
  QualificationFacts,
  WhatIsSold,
} from "~/components/trading/lot-facts";
import { LotFiles, LotNotices, LotQuestions } from "~/components/trading/lot-papers";
import { LotRules } from "~/components/trading/lot-rules";
import { LotKindBadges, LotStateBadge } from "~/components/trading/lot-state";
import { OwnApplications } from "~/components/trading/own-applications";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { applyHref, deskLotHref, liveHref, officeLotHref } from "~/domain/trading/lot-href";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor, requireUser } from "~/http/guards.server";
import { answerPublicLotForm } from "~/http/trading/public-lot-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const lot = await getPublicLot(getDb(), Number(params.number), actor, findLocale(request));
    const t = getFixedT(request, "common");
    return {
      lot,
      address: new URL(`/lots/${lot.number}`, request.url).toString(),
      title: `${lot.title} · ${t("marketName")}`,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPublicLotForm(request, Number(params.number), actor);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { property: "og:title", content: data?.title },
  { name: "description", content: data?.lot.description.slice(0, 160) },
];

/** The permanent public page of a lot. */
export default function LotPage() {
  const { lot, address } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  const { number } = lot;
  const path = `/lots/${number}`;
  const isLive = lot.state === "BIDDING" || lot.hasRun;
  return (
    <>
      <PageHeader
        title={lot.title}
        eyebrow={
          <span className="flex flex-wrap items-center gap-2">
            <LotStateBadge state={lot.state} />
            <LotKindBadges isTraining={lot.isTraining} isAuction={lot.auction !== null} />
            <span className="text-sm text-muted">{t("number", { number })}</span>
          </span>
        }
        breadcrumbs={[{ label: t("title"), to: "/lots" }, { label: t("number", { number }) }]}
        actions={
          <>
            {lot.isOpen && !lot.isSeller && (
              <LinkButton to={applyHref(number)} variant="primary">
                {t(lot.isSignedIn ? "page.apply" : "page.signIn")}
              </LinkButton>
            )}
            {isLive && (
              <LinkButton
                to={liveHref(number)}
                variant={lot.state === "BIDDING" ? "accent" : "secondary"}
              >
                {t("page.live")}
              </LinkButton>
            )}
            {lot.hasRun && lot.state !== "BIDDING" && (
              <LinkButton to={`${path}/transcript`}>{t("page.transcript")}</LinkButton>
            )}
          </>
        }
      />
      <FormErrorSummary
        {...view.summary({
          text: t("questions.text"),
          password: t("page.confirmPassword"),
        })}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <Card title={t("facts.dates")} className="lg:col-start-2">
          <DateFacts lot={lot} now={lot.now} />
          <p className="mt-4 border-t border-line pt-3 text-sm text-muted">
            {t("facts.applications", { count: lot.applicationCount })}
          </p>
        </Card>
        <div className="space-y-5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {lot.isTraining && (
            <Alert tone="warning">{t("trainingNote", { factor: lot.plan.timeFactor })}</Alert>
          )}
          {lot.earlierNumber && (
            <Alert tone="info">
              <Link className="link" to={`/lots/${lot.earlierNumber}`}>
                {t("facts.earlier", { number: lot.earlierNumber })}
              </Link>
            </Alert>
          )}
          {lot.laterNumber && (
            <Alert tone="info">
              <Link className="link" to={`/lots/${lot.laterNumber}`}>
                {t("facts.later", { number: lot.laterNumber })}
              </Link>
            </Alert>
          )}
          {lot.own.length > 0 && (
            <OwnApplications lot={lot} passwordError={view.error("password")} />
          )}
          <WhatIsSold lot={lot} />
          <PriceFacts lot={lot} winnerName={lot.winnerName} />
          <QualificationFacts lot={lot} />
          {lot.rules && <LotRules rules={lot.rules} hash={lot.rulesHash} />}
          <LotFiles number={number} files={lot.files} />
          <LotQuestions
            number={number}
            questions={lot.questions}
            mayAsk={lot.mayAsk}
            isSignedIn={lot.isSignedIn}
            value={view.value("text")}
            error={view.error("text")}
          />
        </div>
        <div className="space-y-5 lg:col-start-2">
          <Card title={t("facts.seller")}>
            <Link className="link" to={`/organisations/${lot.seller.id}`}>
              {lot.seller.name}
            </Link>
            <p className="text-sm text-muted">{lot.seller.regionName}</p>
          </Card>
          <Card title={t("page.share")}>
            <div className="grid gap-3">
              <LinkButton to={`${path}/poster.pdf`} icon="download" size="sm" reloadDocument>
                {t("page.poster")}
              </LinkButton>
              <LinkButton to={`${path}/calendar.ics`} icon="calendar" size="sm" reloadDocument>
                {t("page.calendar")}
              </LinkButton>
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                {t("page.permanent")} <CopyButton text={address} />
              </p>
              {lot.isSeller && (
                <LinkButton to={deskLotHref(lot.id)} size="sm" variant="quiet">
                  {t("page.desk")}
                </LinkButton>
              )}
              {lot.isOperator && (
                <LinkButton to={officeLotHref(lot.id)} size="sm" variant="quiet">
                  {t("page.office")}
                </LinkButton>
              )}
            </div>
          </Card>
          <LotNotices notices={lot.notices} />
        </div>
      </div>
    </>
  );
}
