import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import {
  DateFacts,
  PriceFacts,
  QualificationFacts,
  WhatIsSold,
} from "~/components/trading/lot-facts";
import { LotFiles, LotNotices, LotTimeline } from "~/components/trading/lot-papers";
import { LotRules } from "~/components/trading/lot-rules";
import { LotStateBadge } from "~/components/trading/lot-state";
import { OfficeApplications } from "~/components/trading/office-applications";
import { OfficeCheck, RightsResults } from "~/components/trading/office-check";
import { OfficeMoves } from "~/components/trading/office-moves";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { clock } from "~/domain/shared/clock";
import { getOfficeLot } from "~/domain/trading/office-lot-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerOfficeLotForm } from "~/http/trading/office-lot-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const lot = await getOfficeLot(getDb(), params.id ?? "", actor, findLocale(request));
    const t = getFixedT(request, ["trading", "common"]);
    return { lot, now: clock.now(), title: `${lot.title} · ${t("common:marketName")}` };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerOfficeLotForm(request, params.id ?? "", actor);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A lot as the market's operator sees it: check, applications, steps. */
export default function OfficeLotPage() {
  const { lot, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={lot.title || t("desk.untitled")}
        lead={lot.seller.name}
        eyebrow={<LotStateBadge state={lot.state} />}
        breadcrumbs={[
          { label: t("office.title"), to: "/office/lots" },
          { label: t("number", { number: lot.number }) },
        ]}
        actions={
          <>
            {lot.announcedAt && (
              <LinkButton to={`/lots/${lot.number}`} icon="eye">
                {t("desk.public")}
              </LinkButton>
            )}
            {lot.auctionId && (
              <LinkButton to={`/office/bidding/${lot.auctionId}`}>{t("office.runPage")}</LinkButton>
            )}
          </>
        }
      />
      <FormErrorSummary
        {...view.summary({
          note: t("desk.reason"),
          applicationsEndAt: t("office.newEnd"),
          biddingStartsAt: t("office.newStart"),
          preemptiveRank: t("office.preemptiveRank"),
        })}
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-5">
          {lot.state === "CHECK" && <OfficeCheck conditions={lot.conditions} view={view} />}
          {lot.announcedAt && (
            <Card title={t("office.applications")}>
              <OfficeApplications
                lotId={lot.id}
                lines={lot.applications}
                isOpen={lot.state === "ANNOUNCED"}
                view={view}
              />
            </Card>
          )}
          {lot.moves.length > 0 && (
            <Card title={t("office.moves")}>
              <OfficeMoves moves={lot.moves} view={view} />
            </Card>
          )}
          {lot.rights.length > 0 && <RightsResults results={lot.rights} note={lot.answersNote} />}
          <WhatIsSold lot={lot} />
          <PriceFacts lot={lot} />
          <QualificationFacts lot={lot} />
          {lot.rules && <LotRules rules={lot.rules} hash={lot.rulesHash} />}
          <LotFiles number={lot.number} files={lot.files} />
          <LotTimeline entries={lot.timeline} />
        </div>
        <div className="space-y-5">
          {lot.announcedAt && (
            <Card title={t("facts.dates")}>
              <DateFacts lot={lot} now={now} />
            </Card>
          )}
          {lot.notices.length > 0 && <LotNotices notices={lot.notices} />}
        </div>
      </div>
    </>
  );
}
