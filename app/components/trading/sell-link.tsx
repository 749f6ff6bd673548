import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";

/** Offers an own published achievement for sale. */
export function SellLink({ achievementId }: { achievementId: string }) {
  const { t } = useTranslation("trading");
  return (
    <LinkButton to={`/desk/lots/new?achievement=${achievementId}`} icon="money">
      {t("achievement.sell")}
    </LinkButton>
  );
}
