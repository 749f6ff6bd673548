import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import type { LotComment } from "~/domain/trading/lot-checks-schema";
import { LOT_STEPS } from "~/domain/trading/lot-draft-schema";

/** What the market asks to be corrected. */
export function LotComments({ comments }: { comments: readonly LotComment[] }) {
  const { t } = useTranslation("trading");
  if (comments.length === 0) return null;
  return (
    <Card title={t("desk.comments")}>
      <ul className="space-y-3">
        {comments.map((one) => {
          const step = LOT_STEPS.find((id) => id === one.field);
          return (
            <li key={`${one.field}${one.at}`} className="rounded-md bg-canvas px-3 py-2">
              {step && <p className="text-sm text-muted">{t(`step.${step}`)}</p>}
              <p className="prose-text">{one.text}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
