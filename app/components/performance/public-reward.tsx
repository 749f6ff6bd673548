import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { PublicReward as Reward } from "~/domain/performance/reward-view";
import { lastDay } from "./reward-clocks";
import { percentText, useMoneyText } from "./use-money-text";

/** The publicity of a reward as the public reads it. */
export function PublicReward({ reward }: { reward: Reward }) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const { shares } = reward;
  const ends = reward.endsAt ? t("reward.publicityTo", { to: lastDay(reward.endsAt) }) : "";
  return (
    <div className="grid gap-5">
      <Alert tone={reward.isOpenForObjections ? "info" : "success"}>
        {t(`reward.publicResult.${reward.state}`)}
      </Alert>
      <Card>
        <DescriptionList
          columns={2}
          items={[
            { label: t("reward.publicUnit"), value: reward.organisation },
            { label: t("reward.publicContract"), value: reward.contractTitle },
            {
              label: t("reward.publicRegistration"),
              value: reward.registrationNo ?? t("reward.publicNotRegistered"),
            },
            {
              label: t("reward.publicPeriod"),
              value: `${t("reward.publicityFrom", {
                from: formatDateTime(reward.startedAt, "date"),
              })} ${ends}`,
            },
            { label: t("reward.netIncome"), value: money(reward.netIncomeFen) },
            {
              label: t("reward.rewardAmount"),
              value: `${money(reward.rewardFen)} (${t("reward.publicRatio", {
                percent: percentText(reward.rewardBp),
              })})`,
            },
            ...(reward.officeBonusFen > 0n
              ? [{ label: t("reward.bonus"), value: money(reward.officeBonusFen) }]
              : []),
            {
              label: t("reward.floor"),
              value: `${percentText(reward.floorBp)} · ${reward.floorSource}`,
            },
            { label: t("reward.rule"), value: reward.netIncomeRule || "—", wide: true },
            { label: t("reward.contact"), value: reward.contact, wide: true },
          ]}
        />
      </Card>
      <Card title={t("reward.publicPersons")} padding={shares ? "flush" : "normal"}>
        {shares ? (
          <Table
            caption={t("reward.publicPersons")}
            rows={shares.map((one, at) => ({ ...one, id: String(at) }))}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "name",
                header: t("reward.person"),
                rowHeader: true,
                cell: (one) => (
                  <>
                    {one.name}
                    {one.isMasked && (
                      <span className="ml-2 text-xs text-muted">{t("reward.masked")}</span>
                    )}
                  </>
                ),
              },
              {
                key: "role",
                header: t("reward.role"),
                cell: (one) => t(`reward.roles.${one.role}`),
              },
              {
                key: "contribution",
                header: t("reward.contribution"),
                cell: (one) => one.contribution || "—",
              },
              {
                key: "share",
                header: t("reward.share"),
                align: "end",
                cell: (one) => <span className="tabular">{percentText(one.shareBp)}</span>,
              },
              {
                key: "amount",
                header: t("reward.amount"),
                align: "end",
                cell: (one) => <span className="tabular">{money(one.amountFen)}</span>,
              },
            ]}
          />
        ) : (
          <p className="text-muted">{t("reward.publicTakenDown")}</p>
        )}
      </Card>
      <Card title={t("reward.objections")}>
        {reward.objections.length === 0 && (
          <p className="text-muted">{t("reward.objectionsEmpty")}</p>
        )}
        <ul className="grid gap-4">
          {reward.objections.map((one) => (
            <li key={one.number} className="grid gap-1.5">
              <p className="text-sm text-muted">
                #{one.number} ·{" "}
                {t("reward.objectionAt", { at: formatDateTime(one.createdAt, "date") })}
              </p>
              {one.text === null ? (
                <p className="text-muted">{t("reward.objectionPending")}</p>
              ) : (
                <p className="prose-text whitespace-pre-wrap">{one.text}</p>
              )}
              {one.outcome && (
                <div className="grid gap-1 rounded-md bg-sunken px-3 py-2">
                  <p>
                    <Badge tone={one.outcome === "UPHELD" ? "warning" : "neutral"}>
                      {t(`reward.outcomes.${one.outcome}`)}
                    </Badge>
                  </p>
                  <p className="prose-text whitespace-pre-wrap">{one.result}</p>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
