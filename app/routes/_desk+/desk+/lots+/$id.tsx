import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { AnswerForms, DeskMoves, RerunForm } from "~/components/trading/desk-moves";
import { LotComments } from "~/components/trading/lot-comments";
import { DateFacts, PriceFacts } from "~/components/trading/lot-facts";
import { LotNotices, LotTimeline } from "~/components/trading/lot-papers";
import { LotStateBadge } from "~/components/trading/lot-state";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { clock } from "~/domain/shared/clock";
import { getDeskLot } from "~/domain/trading/desk-lot-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerDeskLotForm } from "~/http/trading/desk-lot-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const lot = await getDeskLot(getDb(), params.id ?? "", actor, findLocale(request));
    const t = getFixedT(request, ["trading", "common"]);
    return {
      lot,
      now: clock.now(),
      title: `${lot.title || t("trading:desk.untitled")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerDeskLotForm(request, params.id ?? "", actor);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What is next happens in the deal room. */
const IN_ROOM: readonly string[] = ["NEGOTIATION", "SOLD", "CONTRACTED"];

/** The seller's page of a lot: where it stands and what to do next. */
export default function DeskLotPage() {
  const { lot, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  const title = lot.title || t("desk.untitled");
  return (
    <div className="space-y-5">
      <PageHeader
        title={title}
        eyebrow={<LotStateBadge state={lot.state} />}
        breadcrumbs={[{ label: t("desk.title"), to: "/desk/lots" }, { label: title }]}
        actions={
          <>
            {lot.isEditable && (
              <LinkButton to={`/desk/lots/${lot.id}/edit`} icon="edit" variant="primary">
                {t("desk.edit")}
              </LinkButton>
            )}
            {lot.announcedAt && (
              <LinkButton to={`/lots/${lot.number}`} icon="eye">
                {t("desk.public")}
              </LinkButton>
            )}
            {lot.dealId && (
              <LinkButton
                to={`/desk/deals/${lot.dealId}`}
                variant={IN_ROOM.includes(lot.state) ? "primary" : "secondary"}
              >
                {t("desk.room")}
              </LinkButton>
            )}
          </>
        }
      />
      <FormErrorSummary
        {...view.summary({
          note: t("desk.reason"),
          answer: t("desk.answer"),
          startPrice: t("desk.rerunPrice"),
          applicationId: t("desk.negotiateWith"),
        })}
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-5">
          <Card title={t("desk.next")}>
            <p className="mb-4 text-muted">{t(`stateHelp.${lot.state}`)}</p>
            <DeskMoves lot={lot} view={view} />
            {lot.laterLot && (
              <p className="mt-4">
                <Link className="link" to={`/desk/lots/${lot.laterLot.id}`}>
                  {t("desk.rerunOf", { number: lot.laterLot.number })}
                </Link>
              </p>
            )}
          </Card>
          {lot.mayRerun && (
            <Card title={t("desk.rerunTitle")}>
              <RerunForm lot={lot} view={view} />
            </Card>
          )}
          <LotComments comments={lot.comments} />
          {lot.announcedAt && (
            <Card title={t("desk.questions")}>
              <AnswerForms lot={lot} view={view} />
            </Card>
          )}
          <PriceFacts lot={lot} />
          <LotTimeline entries={lot.timeline} />
        </div>
        <div className="space-y-5">
          {lot.announcedAt && (
            <Card title={t("facts.dates")}>
              <DateFacts lot={lot} now={now} />
              <p className="mt-4 border-t border-line pt-3 text-sm text-muted">
                {t("facts.applications", { count: lot.applicationCount })}
              </p>
            </Card>
          )}
          {lot.notices.length > 0 && <LotNotices notices={lot.notices} />}
        </div>
      </div>
    </div>
  );
}
