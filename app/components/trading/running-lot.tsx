import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import type { LotState } from "~/domain/trading/lot-procedure";
import { LotStateBadge } from "./lot-state";

/** On the page of an achievement: the lot in which it is on sale now. */
export function RunningLot({ lot }: { lot: { number: number; state: LotState } }) {
  const { t } = useTranslation("trading");
  return (
    <Alert
      tone="info"
      title={t("achievement.running")}
      actions={
        <LinkButton to={`/lots/${lot.number}`} size="sm">
          {t("achievement.open", { number: lot.number })}
        </LinkButton>
      }
    >
      <LotStateBadge state={lot.state} />
    </Alert>
  );
}
