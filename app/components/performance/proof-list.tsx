import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { PaymentView } from "~/domain/performance/performance-view";
import { useMoneyText } from "./use-money-text";

/** Proofs of one payment, the newest first, each with who did what and when. */
export function ProofList({ payment }: { payment: Pick<PaymentView, "id" | "proofs"> }) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const at = (instant: string) => formatDateTime(instant, "datetime");
  return (
    <Card title={t("payments.proofs")}>
      {payment.proofs.length === 0 && <p className="text-muted">{t("payments.proofsEmpty")}</p>}
      <ul className="grid gap-5">
        {payment.proofs.map((proof) => (
          <li key={proof.id} className="grid gap-2">
            <DescriptionList
              columns={2}
              items={[
                { label: t("payments.amount"), value: money(proof.amountFen) },
                { label: t("payments.paidOn"), value: proof.paidOn },
                { label: t("payments.reference"), value: proof.bankReference },
                {
                  label: t("payments.receipt"),
                  value: (
                    <a
                      className="link"
                      href={`/desk/instalments/${payment.id}/receipts/${proof.id}`}
                    >
                      {t("payments.download", { name: proof.fileName })}
                    </a>
                  ),
                },
              ]}
            />
            <ul className="grid gap-1 text-sm text-muted">
              <li>
                {t("payments.proofSubmitted", {
                  name: proof.submittedBy ?? "",
                  at: at(proof.submittedAt),
                })}
              </li>
              {proof.receivedAt && (
                <li>
                  {t("payments.proofReceived", {
                    name: proof.receivedBy ?? "",
                    at: at(proof.receivedAt),
                  })}
                </li>
              )}
              {proof.confirmedAt && (
                <li>
                  {t("payments.proofConfirmed", {
                    name: proof.confirmedBy ?? "",
                    at: at(proof.confirmedAt),
                  })}
                </li>
              )}
              {proof.rejectedAt && (
                <li className="text-danger-700">
                  {t("payments.proofRejected", {
                    name: proof.rejectedBy ?? "",
                    at: at(proof.rejectedAt),
                    note: proof.rejectionNote,
                  })}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
