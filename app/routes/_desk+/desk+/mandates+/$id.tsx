import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MandateMoves } from "~/components/brokers/mandate-moves";
import { MandateFee, MandateTerms } from "~/components/brokers/mandate-terms";
import { MoveTimeline } from "~/components/brokers/move-timeline";
import { RecordTable } from "~/components/brokers/record-table";
import { MandateStateBadge } from "~/components/brokers/state-badges";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import type { MandateMove } from "~/domain/brokers/mandate-procedure";
import { getMandate } from "~/domain/brokers/mandate-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { changeMandate } from "~/http/brokers/change-mandate.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const mandate = await getMandate(params.id ?? "", actor, getDb());
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      mandate,
      today: calendarDate(clock.now()),
      title: `${mandate.title} · ${t("brokers:mandates.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    if (!isId(params.id)) throw new DomainError("not_found", { status: 404 });
    return changeMandate(request, params.id, actor);
  });
}

export default function MandatePage() {
  const { mandate, today } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("brokers");
  const moveText = (move: string) => t(`mandateMoves.${move as MandateMove}`);
  return (
    <>
      <PageHeader
        title={mandate.title}
        eyebrow={
          <>
            <MandateStateBadge state={mandate.state} />
            <span className="tabular text-sm text-muted">
              {t("mandates.numberValue", { number: mandate.number })}
            </span>
          </>
        }
        lead={t(`mandateNotes.${mandate.state}`)}
        breadcrumbs={[
          { label: t("mandates.title"), to: "/desk/mandates" },
          { label: t("mandates.numberValue", { number: mandate.number }) },
        ]}
        actions={
          mandate.dealId && (
            <LinkButton to={`/desk/deals/${mandate.dealId}`} icon="chat">
              {t("mandate.room")}
            </LinkButton>
          )
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            conflict: t("mandateForms.conflict"),
            conflictText: t("mandateForms.conflictText"),
            note: t("mandateForms.note"),
            agree: t("mandateForms.consent"),
            turnover: t("mandateForms.turnover"),
            receivedOn: t("mandateForms.receivedOn"),
            feeFen: t("mandateForms.proposeAmount"),
          })}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-5">
            <MandateTerms mandate={mandate} />
          </div>
          <div className="space-y-5">
            <MandateMoves mandate={mandate} view={view} today={today} />
            <MandateFee mandate={mandate} />
          </div>
        </div>
        <section aria-labelledby="records" className="space-y-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="records" className="text-xl">
              {t("mandate.records")}
            </h2>
            {mandate.role === "broker" && mandate.state === "ACTIVE" && (
              <LinkButton to={`/desk/broker/introductions?mandate=${mandate.id}`} icon="plus">
                {t("board.record")}
              </LinkButton>
            )}
          </div>
          <RecordTable items={mandate.records} emptyTitle={t("mandate.recordsNone")} />
        </section>
        {mandate.timeline.length > 0 && (
          <Card title={t("mandate.history")}>
            <MoveTimeline entries={mandate.timeline} text={moveText} />
          </Card>
        )}
      </div>
    </>
  );
}
