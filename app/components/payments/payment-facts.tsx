import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { PaymentView } from "~/domain/payments/payment-view";
import { useFen } from "./use-fen";

/** What a payment is, for whom, and what became of it. */
export function PaymentFacts({ payment }: { payment: PaymentView }) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const isDeposit = payment.purpose === "DEPOSIT";
  const isOpen = payment.state === "DUE" || payment.state === "STARTED";
  const payee = payment.payee ?? t(isDeposit ? "payeeHeld" : "payeeMarket");
  const at = (value: string | null) =>
    value ? <DateTime value={value} format="datetime" /> : null;
  return (
    <>
      {payment.isReturnLate && <Alert tone="danger">{t("refundLate")}</Alert>}
      <Card title={t("facts")}>
        <DescriptionList
          columns={2}
          hideEmpty
          items={[
            { label: t("amount"), value: <strong>{fen(payment.amountFen)}</strong> },
            { label: t("reference"), value: payment.reference },
            {
              label: t("purpose"),
              value: `${t(`purposes.${payment.purpose}`)} · ${t(`cases.${payment.caseType}`)}`,
            },
            { label: t("payer"), value: payment.payer },
            { label: t("payee"), value: isDeposit ? t("payeeHeld") : payee },
            {
              label: t("due"),
              value: isOpen ? (
                <>
                  {at(payment.dueAt) ?? t("none")}
                  {payment.isOverdue && (
                    <span className="ml-2 text-danger-700">{t("overdue")}</span>
                  )}
                </>
              ) : null,
            },
            {
              label: t("method"),
              value: payment.method ? t(`methods.${payment.method as "STRIPE"}`) : null,
            },
            { label: t("paidAt"), value: at(payment.paidAt) },
            { label: t("returnDue"), value: at(payment.returnDueAt) },
            { label: t("settledAt"), value: at(payment.settledAt) },
          ]}
        />
      </Card>
    </>
  );
}
