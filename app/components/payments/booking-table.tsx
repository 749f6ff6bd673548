import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { BookingKind } from "~/domain/payments/account-rules";
import type { PaymentCase } from "~/domain/payments/payment-procedure";
import { useAccountName } from "./use-account-name";
import { useFen } from "./use-fen";

type Booking = {
  id: string;
  number: bigint;
  at: string;
  kind: BookingKind;
  caseType: string;
  caseId: string;
  paymentId: string | null;
  note: string;
  entries: { code: string; organisation: string | null; amountFen: bigint }[];
};

/** Bookings of the ledger, each with its entries. */
export function BookingTable({ bookings }: { bookings: readonly Booking[] }) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const nameOf = useAccountName();
  return (
    <Table
      caption={t("office.ledger.bookingsCaption")}
      rows={bookings}
      rowKey={(one) => one.id}
      empty={<p className="p-4 text-muted">{t("office.ledger.empty")}</p>}
      columns={[
        {
          key: "number",
          header: t("office.ledger.number"),
          rowHeader: true,
          cell: (one) => one.number.toString(),
        },
        {
          key: "at",
          header: t("office.ledger.at"),
          cell: (one) => <DateTime value={one.at} format="datetime" className="tabular" />,
        },
        {
          key: "kind",
          header: t("office.ledger.note"),
          cell: (one) => (
            <>
              {t(`office.bookings.${one.kind}`)}
              {one.note && <span className="block text-muted">{one.note}</span>}
            </>
          ),
        },
        {
          key: "entries",
          header: t("office.ledger.entries"),
          cell: (one) => (
            <ul className="grid gap-1">
              {one.entries.map((entry) => (
                <li key={entry.code} className="flex flex-wrap justify-between gap-x-4">
                  <span>{nameOf(entry)}</span>
                  <span className="tabular ml-auto whitespace-nowrap">{fen(entry.amountFen)}</span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "case",
          header: t("office.ledger.case"),
          cell: (one) => (
            <span className="grid gap-1">
              <Link className="link" to={`/office/ledger?find=${one.caseId}#bookings`}>
                {t(`cases.${one.caseType as PaymentCase}`)}
              </Link>
              {one.paymentId && (
                <Link className="link" to={`/office/payments/${one.paymentId}`}>
                  {t("office.ledger.payment")}
                </Link>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
