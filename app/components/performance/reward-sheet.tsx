import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { RewardDetail } from "~/domain/performance/reward-view";
import { RewardFloor } from "./reward-floor";
import { percentText, useMoneyText } from "./use-money-text";

/** A reward sheet that is not being written: amounts, floor, shares with the hint on income tax. */
export function RewardSheet({ reward }: { reward: RewardDetail }) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const { tax } = reward;
  return (
    <>
      <Card title={t("reward.income")}>
        <div className="grid gap-4">
          <DescriptionList
            columns={2}
            items={[
              { label: t("reward.revenue"), value: money(reward.revenueFen) },
              ...reward.deductions.map((one, at) => ({
                key: `deduction-${at}`,
                label: `− ${one.label}`,
                value: money(one.amountFen),
              })),
              { label: t("reward.netIncome"), value: money(reward.netIncomeFen) },
              {
                label: t("reward.rewardAmount"),
                value: `${money(reward.rewardFen)} (${percentText(reward.rewardBp)})`,
              },
              ...(reward.officeBonusFen > 0n
                ? [
                    {
                      label: t("reward.bonus"),
                      value: `${money(reward.officeBonusFen)} (${percentText(reward.bonusBp)})`,
                    },
                  ]
                : []),
              { label: t("reward.basis"), value: t(`reward.bases.${reward.basis}`) },
              { label: t("reward.rule"), value: reward.netIncomeRule || "—", wide: true },
            ]}
          />
          <RewardFloor reward={reward} />
        </div>
      </Card>
      <Card title={t("reward.shares")} padding="flush">
        <Table
          caption={t("reward.shares")}
          rows={reward.shares}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "person",
              header: t("reward.person"),
              rowHeader: true,
              cell: (one) => one.personName,
            },
            { key: "role", header: t("reward.role"), cell: (one) => t(`reward.roles.${one.role}`) },
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
            {
              key: "counted",
              header: t("reward.taxCounted"),
              align: "end",
              cell: (one) => (
                <span className="tabular text-muted">
                  {one.countedFen === null ? "—" : money(one.countedFen)}
                </span>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t("reward.tax")}>
        <div className="grid gap-1 text-sm">
          {tax.factorPercent !== null && (
            <p>{t("reward.taxHalf", { percent: tax.factorPercent, source: tax.source })}</p>
          )}
          <p>{t(`reward.taxOutcome.${tax.outcome as "open"}`)}</p>
          <p className="text-muted">{t("reward.taxEstimate")}</p>
        </div>
      </Card>
    </>
  );
}
