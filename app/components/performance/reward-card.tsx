import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { PerformanceView } from "~/domain/performance/performance-view";
import { RewardStateBadge } from "./performance-state";
import { useMoneyText } from "./use-money-text";

/** Reward sheets of a contract, for the people of its supply side. */
export function RewardCard({ reward }: { reward: NonNullable<PerformanceView["reward"]> }) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const isOpen = reward.sheets.some((one) =>
    ["DRAFT", "PUBLICITY", "OBJECTION_HANDLING"].includes(one.state),
  );
  return (
    <Card title={t("reward.section")}>
      <div className="grid gap-3">
        <p className="text-sm text-muted">{t("reward.sectionLead")}</p>
        <p>
          {t("reward.available")}: <span className="tabular">{money(reward.availableFen)}</span>
        </p>
        {reward.sheets.length > 0 && (
          <ul className="grid gap-2">
            {reward.sheets.map((sheet) => (
              <li key={sheet.id} className="flex flex-wrap items-center gap-3">
                {reward.mayRun ? (
                  <Link className="link" to={`/desk/rewards/${sheet.id}`}>
                    {t("reward.number", { number: sheet.number })}
                  </Link>
                ) : (
                  t("reward.number", { number: sheet.number })
                )}
                <RewardStateBadge state={sheet.state} />
                <span className="tabular text-sm text-muted">{money(sheet.rewardFen)}</span>
              </li>
            ))}
          </ul>
        )}
        {!reward.mayRun ? (
          <p className="text-sm text-muted">{t("reward.onlyAdmins")}</p>
        ) : reward.availableFen === 0n ? (
          <p className="text-sm text-muted">{t("reward.noIncome")}</p>
        ) : (
          !isOpen && (
            <Form method="post">
              <SubmitButton intent="openReward" variant="secondary">
                {t("reward.start")}
              </SubmitButton>
            </Form>
          )
        )}
      </div>
    </Card>
  );
}
