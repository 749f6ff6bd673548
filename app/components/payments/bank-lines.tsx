import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import { useFen } from "./use-fen";

type LineBooked = "LATE" | "DIFFERENCE" | "RETURN";
type BankLineView = {
  id: string;
  bookedOn: string;
  bankReference: string;
  amountFen: bigint;
  counterparty: string;
  text: string;
  payment: { id: string; reference: string } | null;
  /** How it was booked by itself. */
  bookAs: string | null;
};

/** Imported lines of the bank's list. */
export function BankLines({ lines }: { lines: readonly BankLineView[] }) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  return (
    <Table
      caption={t("office.reconciliation.linesCaption")}
      rows={lines}
      rowKey={(one) => one.id}
      empty={<p className="p-4 text-muted">{t("office.reconciliation.linesEmpty")}</p>}
      columns={[
        {
          key: "number",
          header: t("transfer.bankReference"),
          rowHeader: true,
          cell: (one) => (
            <span className="break-all xl:whitespace-nowrap">{one.bankReference}</span>
          ),
        },
        {
          key: "date",
          header: t("office.reconciliation.date"),
          cell: (one) => <span className="whitespace-nowrap">{one.bookedOn}</span>,
        },
        {
          key: "amount",
          header: t("amount"),
          align: "end",
          cell: (one) => <span className="tabular whitespace-nowrap">{fen(one.amountFen)}</span>,
        },
        {
          key: "text",
          header: t("office.reconciliation.text"),
          cell: (one) => [one.counterparty, one.text].filter(Boolean).join(" · "),
        },
        {
          key: "payment",
          header: t("office.reconciliation.matched"),
          cell: (one) => (
            <span className="grid gap-1">
              {one.payment && (
                <Link className="link whitespace-nowrap" to={`/office/payments/${one.payment.id}`}>
                  {one.payment.reference}
                </Link>
              )}
              {one.bookAs && (
                <span>{t(`office.reconciliation.booked.${one.bookAs as LineBooked}`)}</span>
              )}
              {!one.payment && !one.bookAs && "—"}
            </span>
          ),
        },
      ]}
    />
  );
}
