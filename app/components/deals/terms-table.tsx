import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { TermVersionLine } from "~/domain/deals/terms-view";
import { formatFen } from "~/domain/shared/money";
import { TermsState } from "./terms-state";

/** Every version of the room, newest first. */
export function TermsTable({
  dealId,
  versions,
}: {
  dealId: string;
  versions: readonly TermVersionLine[];
}) {
  const { t, i18n } = useTranslation("terms");
  return (
    <Table
      caption={t("page.versions")}
      rows={versions}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "number",
          header: t("page.column.number"),
          rowHeader: true,
          cell: (one) => (
            <Link
              className="link whitespace-nowrap"
              to={`/desk/deals/${dealId}/terms/${one.number}`}
            >
              {t("page.version", { number: one.number })}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("page.column.state"),
          cell: (one) => <TermsState state={one.state} />,
        },
        { key: "side", header: t("page.column.side"), cell: (one) => one.organisation },
        {
          key: "total",
          header: t("page.column.total"),
          align: "end",
          cell: (one) =>
            one.totalFen ? formatFen(BigInt(one.totalFen), i18n.language) : t("page.open"),
        },
        { key: "at", header: t("page.column.at"), cell: (one) => <DateTime value={one.at} /> },
        {
          key: "note",
          header: t("page.column.note"),
          cell: (one) => <span className="break-words">{one.note}</span>,
        },
      ]}
    />
  );
}
