import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { type Column, Table } from "~/components/ui/table";
import type { HolderView } from "~/domain/tenders/tender-view";

type Row = Omit<HolderView, "name"> & { name?: string };

/** Who holds the keys, and what of it is registered and handed in. */
export function HoldersCard({ holders }: { holders: readonly Row[] }) {
  const { t } = useTranslation("tenders");
  const named: Column<Row>[] = holders.some((one) => one.name)
    ? [{ key: "name", header: t("holders.name"), cell: (one) => one.name }]
    : [];
  return (
    <Card title={t("holders.title")} padding="flush">
      <p className="px-5 py-3 text-muted">{t("holders.lead")}</p>
      <Table<Row>
        caption={t("holders.title")}
        rows={holders}
        rowKey={(one) => one.role}
        empty={<p className="px-5 py-4 text-muted">{t("holders.notNamed")}</p>}
        columns={[
          {
            key: "role",
            header: t("holders.role"),
            rowHeader: true,
            cell: (one) => t(`holders.roles.${one.role}`),
          },
          ...named,
          {
            key: "fingerprint",
            header: t("holders.fingerprint"),
            cell: (one) =>
              one.fingerprint ? (
                <span className="font-mono text-xs break-all">{one.fingerprint}</span>
              ) : (
                t("holders.missing")
              ),
          },
          {
            key: "opened",
            header: t("holders.opened"),
            cell: (one) =>
              one.openedAt ? (
                <DateTime value={one.openedAt} format="datetime" />
              ) : (
                t("holders.notOpened")
              ),
          },
        ]}
      />
    </Card>
  );
}
