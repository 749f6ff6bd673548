import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { Visit } from "~/domain/roadshows/people/visit-view";

/** What is shown at the door, on the phone or printed. */
export function TicketCard({ visit, picture }: { visit: Visit; picture: string }) {
  const { t } = useTranslation("meetings");
  return (
    <Card title={t("visit.ticket")}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <img
          src={picture}
          alt={t("visit.ticketAlt", { code: visit.checkInCode })}
          width={192}
          height={192}
          className="rounded-md border border-line bg-surface"
        />
        <div className="min-w-0 flex-1 basis-48 space-y-2">
          <p className="text-lg font-semibold text-ink">{visit.name}</p>
          {visit.organisationName && <p>{visit.organisationName}</p>}
          <p className="font-mono text-lg tracking-widest break-all text-ink">
            {visit.checkInCode}
          </p>
          <p className="text-sm text-muted">
            {t("visit.number")} <span className="tabular">{visit.number}</span>
          </p>
          {visit.checkedInAt && (
            <p className="text-sm font-medium text-success-700">
              {t("visit.checkedIn", { at: formatDateTime(visit.checkedInAt, "datetime") })}
            </p>
          )}
          <p className="text-sm text-muted">{t("visit.ticketHint")}</p>
          <p className="no-print text-sm text-muted">{t("visit.print")}</p>
        </div>
      </div>
    </Card>
  );
}
