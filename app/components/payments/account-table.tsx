import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { AccountKind } from "~/domain/payments/account-rules";
import { useAccountName } from "./use-account-name";
import { useFen } from "./use-fen";

type AccountRow = {
  id: string;
  code: string;
  kind: AccountKind;
  organisation: string | null;
  balanceFen: bigint;
};

/** Accounts of the ledger with their balances. */
export function AccountTable({
  accounts,
  caption,
}: {
  accounts: readonly AccountRow[];
  caption: string;
}) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const nameOf = useAccountName();
  return (
    <Table
      caption={caption}
      rows={accounts}
      rowKey={(one) => one.id}
      empty={<p className="p-4 text-muted">{t("office.ledger.empty")}</p>}
      columns={[
        {
          key: "name",
          header: t("office.ledger.account"),
          rowHeader: true,
          cell: (one) => (
            <Link className="link" to={`/office/ledger?account=${one.id}#bookings`}>
              {nameOf(one)}
            </Link>
          ),
        },
        {
          key: "kind",
          header: t("office.ledger.kind"),
          cell: (one) => t(`office.ledger.kinds.${one.kind}`),
        },
        {
          key: "balance",
          header: t("office.ledger.balance"),
          align: "end",
          cell: (one) => <span className="tabular whitespace-nowrap">{fen(one.balanceFen)}</span>,
        },
      ]}
    />
  );
}
