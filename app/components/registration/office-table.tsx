import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { OfficeListItem } from "~/domain/registration/office-view";

/** Offices and service points with their delegations and seats. */
export function OfficeTable({ items }: { items: readonly OfficeListItem[] }) {
  const { t } = useTranslation("recognition");
  return (
    <Table
      caption={t("offices.caption")}
      rows={items}
      rowKey={(row) => row.id}
      empty={<EmptyState icon="building" title={t("offices.none")} />}
      columns={[
        { key: "code", header: t("offices.code"), cell: (row) => row.code },
        {
          key: "name",
          header: t("offices.nameZh"),
          rowHeader: true,
          cell: (row) => (
            <Link className="link" to={`/office/registrations/offices/${row.id}`}>
              {row.name}
            </Link>
          ),
        },
        {
          key: "kind",
          header: t("offices.kind"),
          cell: (row) => t(`offices.${row.kind as "OFFICE"}`),
        },
        { key: "region", header: t("offices.region"), cell: (row) => row.region },
        {
          key: "delegations",
          header: t("offices.delegations"),
          align: "end",
          cell: (row) => String(row.delegations),
        },
        {
          key: "seats",
          header: t("offices.seats"),
          align: "end",
          cell: (row) => String(row.seats),
        },
        { key: "validTo", header: t("offices.validTo"), cell: (row) => row.validTo ?? "—" },
      ]}
    />
  );
}
