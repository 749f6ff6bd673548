import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { StatusBadge } from "~/components/ui/badge";
import { DateTime } from "~/components/ui/date-time";

interface AgendaStatusProps {
  plan: { version: number; state: "PROVISIONAL" | "FINAL"; publishedAt?: Date };
  isCancelled: boolean;
}

/** How firm the agenda is, in words. */
export function AgendaStatus({ plan, isCancelled }: AgendaStatusProps) {
  const { t } = useTranslation("timetable");
  const isFinal = plan.state === "FINAL";
  return (
    <div className="space-y-3">
      {isCancelled && <Alert tone="danger">{t("agenda.cancelled")}</Alert>}
      {!isFinal && !isCancelled && <Alert tone="warning">{t("agenda.provisionalText")}</Alert>}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <StatusBadge tone={isFinal ? "success" : "accent"}>
          {t(isFinal ? "agenda.final" : "agenda.provisional")}
        </StatusBadge>
        <span>{t("agenda.version", { version: plan.version })}</span>
        {plan.publishedAt && (
          <span>
            {t("agenda.updated")} <DateTime value={plan.publishedAt} format="datetime" />
          </span>
        )}
        <span>{t("agenda.zone")}</span>
      </p>
    </div>
  );
}
