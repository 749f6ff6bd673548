import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PublicityFacts } from "~/components/deals/publicity-facts";
import { OwnObjections } from "~/components/deals/publicity-objections";
import { PublicityStateBadge } from "~/components/deals/publicity-state";
import { ProposePublicity, PublicitySteps } from "~/components/deals/publicity-steps";
import { TermsNav } from "~/components/deals/terms-nav";
import { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Timeline } from "~/components/ui/timeline";
import { getRoomPublicity } from "~/domain/deals/publicity-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { runPublicityForm } from "~/http/terms/publicity-form.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const dealId = params.id ?? "";
    return { dealId, page: await getRoomPublicity(dealId, actor, getDb()) };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return runPublicityForm(params.id ?? "", request, actor, getDb());
  });
}

/** 协议定价公示 of a room: where it stands, what the unit does next, objections and their results. */
export default function RoomPublicityPage() {
  const { t } = useTranslation("terms");
  const { dealId, page } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const [latest, ...earlier] = page.publicities;
  const hasStanding = latest && latest.state !== "REVISED" && latest.state !== "STOPPED";
  const shown = hasStanding ? latest : undefined;
  const past = hasStanding ? earlier : page.publicities;
  const labels = {
    contact: t("publicity.contact"),
    relatedNote: t("publicity.relatedNote"),
    note: t("publicity.reason"),
    file: t("publicity.minutes"),
    outcome: t("publicity.outcome"),
    result: t("publicity.result"),
  };
  const summary = view.summary(labels);
  const isEmpty = page.publicities.length === 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <FormErrorSummary {...summary} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{t("publicity.roomLead")}</p>
        {page.mayRun && page.isNeeded && (
          <LinkButton to="/desk/publicity" size="sm" variant="quiet">
            {t("publicity.own")}
          </LinkButton>
        )}
      </div>
      {page.isCleared && <Alert tone="success">{t("publicity.isClearedTitle")}</Alert>}
      {page.isNeeded && !page.isCleared && (
        <Alert tone="warning">{t("publicity.isNeededTitle")}</Alert>
      )}
      {isEmpty && !page.isNeeded && (
        <EmptyState
          icon="certificate"
          title={t(page.hasTerms ? "publicity.notNeeded" : "publicity.needsTerms")}
        >
          {t(page.hasTerms ? "publicity.notNeededText" : "publicity.needsTermsText")}
        </EmptyState>
      )}
      {page.mayRun && page.isNeeded && !hasStanding && (
        <ProposePublicity
          dealId={dealId}
          isDeclared={page.isDeclared}
          errorAt={view.error}
          valueAt={(name) => view.value(name)}
        />
      )}
      {shown && (
        <Card
          title={
            <span className="inline-flex flex-wrap items-center gap-3">
              {t("publicity.number", { number: shown.number })}{" "}
              <PublicityStateBadge state={shown.state} />
            </span>
          }
          actions={
            shown.startedAt && (
              <LinkButton to={`/publicity/${shown.number}`} size="sm">
                {t("publicity.publicPage")}
              </LinkButton>
            )
          }
        >
          <div className="space-y-5">
            <PublicityFacts facts={shown} />
            <div className="flex flex-wrap gap-3">
              <LinkButton to={`/desk/deals/${dealId}/terms/${shown.termNumber}`} size="sm">
                {t("publicity.terms")}
              </LinkButton>
              {shown.minutes && (
                <LinkButton
                  to={`/desk/deals/${dealId}/publicity/${shown.number}/minutes`}
                  size="sm"
                  icon="download"
                  reloadDocument
                >
                  {t("publicity.minutes")}
                </LinkButton>
              )}
              {shown.startedAt && (
                <LinkButton
                  to={`/desk/deals/${dealId}/publicity/${shown.number}/pack`}
                  size="sm"
                  icon="download"
                  reloadDocument
                >
                  {t("publicity.pack")}
                </LinkButton>
              )}
            </div>
            {page.mayRun && <PublicitySteps publicity={shown} errorAt={view.error} />}
          </div>
        </Card>
      )}
      {shown && shown.objections.length > 0 && (
        <Card title={t("publicity.objections")}>
          <div className="space-y-4">
            {shown.state === "OBJECTION_HANDLING" &&
              shown.objections.some((one) => one.outcome === "UPHELD") && (
                <Alert tone="danger">{t("publicity.upheldNext")}</Alert>
              )}
            <OwnObjections
              publicityId={shown.id}
              objections={shown.objections}
              mayHandle={page.mayRun && shown.state === "OBJECTION_HANDLING"}
              refused={{
                objectionId: view.value("objectionId"),
                result: view.value("result"),
                errorAt: view.error,
              }}
            />
          </div>
        </Card>
      )}
      {page.timeline.length > 0 && (
        <Card title={t("publicity.history")}>
          <Timeline
            items={page.timeline.map((one) => ({
              id: one.id,
              title: t(`publicity.moves.${one.move as "start"}`),
              at: one.at,
              actor: one.actorName ?? t("publicity.market"),
              note:
                one.note === "terms"
                  ? t("publicity.byTerms")
                  : one.note === "declaration"
                    ? t("publicity.byDeclaration")
                    : one.note,
            }))}
          />
        </Card>
      )}
      {past.length > 0 && (
        <Card title={t("publicity.earlier")}>
          <ul className="space-y-2">
            {past.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3">
                {one.startedAt ? (
                  <LinkButton to={`/publicity/${one.number}`} size="sm" variant="quiet">
                    {t("publicity.number", { number: one.number })}
                  </LinkButton>
                ) : (
                  <span>{t("publicity.number", { number: one.number })}</span>
                )}
                <PublicityStateBadge state={one.state} />
                <span className="text-sm text-muted">{one.priceText}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
