import { useTranslation } from "react-i18next";
import type { RewardDetail } from "~/domain/performance/reward-view";
import { percentText, useMoneyText } from "./use-money-text";

type Floor = Pick<
  RewardDetail,
  | "floorBp"
  | "floorFen"
  | "floorSource"
  | "floorConfidence"
  | "isBelowAllowed"
  | "isFloorNamed"
  | "netIncomeFen"
>;

/** The least reward by law with its article, and whether the unit may agree otherwise. */
export function RewardFloor({ reward }: { reward: Floor }) {
  const { t } = useTranslation(["performance", "incentives"]);
  const money = useMoneyText();
  return (
    <div className="grid gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="font-medium text-ink">
        {t("reward.floor")}:{" "}
        {reward.floorFen === null
          ? "—"
          : `${percentText(reward.floorBp)} × ${money(reward.netIncomeFen)} = ${money(reward.floorFen)}`}
      </p>
      <p className="text-muted">
        {t("reward.floorSource", {
          source: reward.floorSource,
          confidence: t(`incentives:confidence.${reward.floorConfidence as "high"}`),
        })}
      </p>
      <p>
        {!reward.isFloorNamed
          ? t("reward.floorNotNamed")
          : t(reward.isBelowAllowed ? "reward.floorBelow" : "reward.floorBinding")}
      </p>
    </div>
  );
}
