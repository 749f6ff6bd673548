import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { LicencePatent } from "~/domain/licences/licence-schema";

/** Patents of a licence. */
export function PatentTable({ patents }: { patents: readonly LicencePatent[] }) {
  const { t } = useTranslation("licences");
  return (
    <Table
      caption={t("page.patentsCaption")}
      rows={patents}
      rowKey={(one) => `${one.number}/${one.title}`}
      columns={[
        {
          key: "number",
          header: t("page.patentNumber"),
          rowHeader: true,
          cell: (one) => <span className="tabular">{one.number}</span>,
        },
        { key: "title", header: t("page.patentTitle"), cell: (one) => one.title },
        { key: "holder", header: t("page.holder"), cell: (one) => one.holder },
        {
          key: "fees",
          header: t("page.feesPaidUntil"),
          cell: (one) => one.feesPaidUntil ?? t("none"),
        },
        { key: "expires", header: t("page.expiresOn"), cell: (one) => one.expiresOn ?? t("none") },
      ]}
    />
  );
}
