import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { LicenceOfferState } from "~/domain/licences/licence-offer-procedure";
import type { LicenceOfferKind } from "~/domain/licences/licence-schema";
import { LicenceStateBadge } from "./licence-state";
import { useLicenceText } from "./use-licence-text";

type Row = {
  id: string;
  number: number;
  kind: LicenceOfferKind;
  state: LicenceOfferState;
  title: string;
  organisation: string;
  feeFen: string | null;
  createdAt: Date;
};

type OfferTableProps = {
  rows: readonly Row[];
  caption: string;
  /** Folder of the pages that the titles lead to. */
  under: string;
  hasNames?: boolean;
  empty: ReactNode;
};

/** Offers of licences as their owner and the office see them. */
export function OfferTable({ rows, caption, under, hasNames, empty }: OfferTableProps) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  return (
    <Card padding="flush">
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        empty={empty}
        columns={[
          {
            key: "name",
            header: t("desk.name"),
            rowHeader: true,
            cell: (row) => (
              <Link className="link" to={`${under}/${row.id}`}>
                {row.title || t("page.number", { number: row.number })}
              </Link>
            ),
          },
          ...(hasNames
            ? [
                {
                  key: "who",
                  header: t("office.organisation"),
                  cell: (row: Row) => row.organisation,
                },
              ]
            : []),
          { key: "kind", header: t("desk.kind"), cell: (row) => t(`kinds.${row.kind}`) },
          {
            key: "fee",
            header: t("desk.fee"),
            align: "end",
            cell: (row) => <span className="tabular">{text.fee(row.feeFen)}</span>,
          },
          {
            key: "created",
            header: t("desk.created"),
            cell: (row) => <DateTime value={row.createdAt} />,
          },
          {
            key: "state",
            header: t("desk.state"),
            cell: (row) => <LicenceStateBadge state={row.state} />,
          },
        ]}
      />
    </Card>
  );
}
