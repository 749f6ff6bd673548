import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ApplyForm } from "~/components/trading/apply-form";
import { DateFacts } from "~/components/trading/lot-facts";
import { LotRules } from "~/components/trading/lot-rules";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { lotHref } from "~/domain/trading/lot-href";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerApplyForm, organisationsToBidFor } from "~/http/trading/apply-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const LEVEL = 2;

export const handle = { frame: "narrow" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const lot = await getPublicLot(getDb(), Number(params.number), actor, findLocale(request));
    const applied = new Set(
      lot.own.filter((one) => one.state !== "WITHDRAWN").map((one) => one.organisationName),
    );
    const organisations = organisationsToBidFor(actor)
      .filter((one) => one.organisationId !== lot.seller.id)
      .filter((one) => !applied.has(one.organisationName))
      .map((one) => ({ value: one.organisationId, label: one.organisationName }));
    const isLevelReached = actor.realNameLevel >= LEVEL;
    const t = getFixedT(request, ["trading", "common"]);
    const why = !lot.isOpen
      ? "closed"
      : lot.own.length > 0 && organisations.length === 0
        ? "applied"
        : organisations.length === 0
          ? "noOrganisation"
          : isLevelReached
            ? null
            : "level";
    return {
      lot,
      organisations,
      why,
      name: actor.name,
      title: `${t("trading:apply.title")} · ${lot.title} · ${t("common:marketName")}`,
    } as const;
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerApplyForm(request, Number(params.number), actor);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 受让申请 with the announced rules that it accepts. */
export default function ApplyPage() {
  const { lot, organisations, why, name } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("apply.title")}
        lead={lot.title}
        breadcrumbs={[
          { label: t("title"), to: "/lots" },
          { label: t("number", { number: lot.number }), to: lotHref(lot.number) },
          { label: t("apply.title") },
        ]}
      />
      <div className="space-y-5">
        <p className="text-muted">{t("apply.lead")}</p>
        {why && (
          <Alert
            tone="warning"
            actions={
              why === "level" ? (
                <LinkButton to="/desk/account/real-name" size="sm">
                  {t("apply.toLevel")}
                </LinkButton>
              ) : (
                <LinkButton to={lotHref(lot.number)} size="sm">
                  {t("number", { number: lot.number })}
                </LinkButton>
              )
            }
          >
            {t(`apply.${why}`)}
          </Alert>
        )}
        <Card title={t("facts.dates")}>
          <DateFacts lot={lot} now={lot.now} />
        </Card>
        {lot.rules && <LotRules rules={lot.rules} hash={lot.rulesHash} />}
        {!why && (
          <Card title={t("apply.title")}>
            <ApplyForm
              organisations={organisations}
              rulesHash={lot.rulesHash ?? ""}
              depositFen={lot.depositFen}
              isRelatedAllowed={lot.plan.isRelatedAllowed}
              hasPreemption={lot.plan.hasPreemption}
              person={{ name }}
              view={view}
            />
          </Card>
        )}
      </div>
    </>
  );
}
