import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { DisclosureLogEntry } from "~/domain/deals/disclosure-view";
import { useThingText } from "./use-thing-text";

/** Who looked at what and when; both sides read the same log. */
export function DisclosureLog({ entries }: { entries: readonly DisclosureLogEntry[] }) {
  const { t } = useTranslation("deals");
  const thingText = useThingText();
  return (
    <Card title={t("disclosure.logTitle")} padding="flush">
      <p className="px-4 py-3 text-sm text-muted">{t("disclosure.logLead")}</p>
      <Table
        caption={t("disclosure.logCaption")}
        rows={entries}
        rowKey={(row) => row.id}
        empty={<p className="p-4 text-muted">{t("disclosure.logEmpty")}</p>}
        columns={[
          {
            key: "at",
            header: t("disclosure.at"),
            cell: (row) => <DateTime value={row.at} format="datetime" />,
          },
          {
            key: "viewer",
            header: t("disclosure.viewer"),
            rowHeader: true,
            cell: (row) => row.viewerName,
          },
          { key: "thing", header: t("disclosure.thing"), cell: (row) => thingText(row.thing) },
          {
            key: "how",
            header: t("disclosure.how"),
            cell: (row) => t(`disclosure.hows.${row.how}`),
          },
        ]}
      />
    </Card>
  );
}
