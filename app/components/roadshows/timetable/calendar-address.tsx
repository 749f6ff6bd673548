import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";

/** Address of a calendar to subscribe to; a secret one says so. */
export function CalendarAddress({ address, isSecret }: { address: string; isSecret: boolean }) {
  const { t } = useTranslation("timetable");
  return (
    <div className="no-print">
      <Card title={t("agenda.subscribe")}>
        <p className="text-sm text-muted">{t("agenda.subscribeText")}</p>
        {isSecret && <p className="mt-1 text-sm text-muted">{t("agenda.calendarSecret")}</p>}
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <a href={address} className="link min-w-0 break-all">
            {address}
          </a>
          <CopyButton text={address} />
        </p>
      </Card>
    </div>
  );
}
