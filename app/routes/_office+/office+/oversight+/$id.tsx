import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PageHeader } from "~/components/layout/page-header";
import { DecideFlagForm, StrikeForm } from "~/components/oversight/flag-forms";
import { FlagReasonText } from "~/components/oversight/flag-reason";
import { FlagStateBadge } from "~/components/oversight/oversight-state";
import { TradeName } from "~/components/oversight/trade-name";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import { decideFlag } from "~/domain/oversight/decide-flag.server";
import { getFlag } from "~/domain/oversight/flag-queries.server";
import { recordStrike } from "~/domain/oversight/record-strike.server";
import { decisionSchema, recordStrikeSchema } from "~/domain/oversight/strike-schema";
import { officeCaseHref } from "~/domain/oversight/trade-case-rules";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    return {
      flag: await getFlag(params.id ?? "", actor, getDb()),
      title: `${t("oversight:flag.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const moveSchema = decisionSchema.extend({
  intent: z.enum(["dismiss", "confirm"], "not_a_choice"),
});

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const flagId = params.id ?? "";
    const fields = await readForm(request);
    const here = `/office/oversight/${flagId}`;
    if (fields.get("intent") === "strike") {
      const form = parseFormData(fields, recordStrikeSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await recordStrike({ flagId, ...form.value }, actor, getDb());
        return redirectWithFlash(here, { tone: "success", message: "oversight:flag.recorded" });
      });
    }
    const form = parseFormData(fields, moveSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { intent: move, note } = form.value;
      await decideFlag({ flagId, move, note }, actor, getDb());
      return redirectWithFlash(here, { tone: "success", message: "oversight:flag.done" });
    });
  });
}

/** One clue: what was found, the rows that show it, and a person's decision. */
export default function FlagPage() {
  const { flag } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("oversight");
  return (
    <>
      <PageHeader
        title={t(`kinds.${flag.kind}`)}
        eyebrow={<FlagStateBadge state={flag.state} />}
        lead={<FlagReasonText evidence={flag.evidence} />}
        breadcrumbs={[
          { label: t("title"), to: "/office/oversight" },
          { label: t(`kinds.${flag.kind}`) },
        ]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          <Card title={t("flag.evidence")}>
            <DescriptionList
              items={[
                {
                  key: "trade",
                  label: t("flags.trade"),
                  value: <TradeName {...flag.trade} />,
                },
                {
                  key: "parties",
                  label: t("flags.parties"),
                  value: flag.organisations.map((one) => one.name).join("、"),
                },
                {
                  key: "found",
                  label: t("flags.found"),
                  value: <DateTime value={flag.createdAt} format="datetime" />,
                },
                { key: "rules", label: t("flag.rulesVersion"), value: flag.rulesVersion },
              ]}
            />
          </Card>
          <Card title={t("flag.rows")} padding="flush">
            <Table
              caption={t("flag.rows")}
              rows={flag.evidence.rows}
              rowKey={(row) => `${row.table}/${row.id}/${row.text}`}
              columns={[
                {
                  key: "text",
                  header: t("flag.content"),
                  rowHeader: true,
                  cell: (row) => row.text,
                },
                {
                  key: "table",
                  header: t("flag.table"),
                  cell: (row) => <span className="whitespace-nowrap">{row.table}</span>,
                },
                {
                  key: "id",
                  header: t("flag.id"),
                  cell: (row) => <code className="text-xs break-all">{row.id}</code>,
                },
              ]}
            />
          </Card>
        </div>
        <div className="space-y-6">
          <Card title={t(flag.state === "OPEN" ? "flag.decide" : "flag.decided")}>
            {flag.state === "OPEN" ? (
              <DecideFlagForm answer={answer} />
            ) : (
              <div className="space-y-2">
                <p className="prose-text">{flag.decisionNote}</p>
                <p className="text-sm text-muted">
                  {t("flag.decidedBy")} {flag.decidedBy ?? "—"}{" "}
                  {flag.decidedAt && <DateTime value={flag.decidedAt} format="datetime" />}
                </p>
              </div>
            )}
            <p className="mt-4">
              <LinkButton to={officeCaseHref(flag.trade)} size="sm">
                {t("flag.caseAction")}
              </LinkButton>
            </p>
          </Card>
          {flag.state === "CONFIRMED" && (
            <Card title={t("flag.strike")}>
              <StrikeForm answer={answer} organisations={flag.organisations} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
