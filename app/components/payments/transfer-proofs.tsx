import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { PaymentView } from "~/domain/payments/payment-view";
import { useFen } from "./use-fen";

/** Proofs of transfer, the newest first, each with who did what and when. */
export function TransferProofs({ payment }: { payment: Pick<PaymentView, "id" | "proofs"> }) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  if (payment.proofs.length === 0) return null;
  return (
    <Card title={t("proofs.title")}>
      <ul className="grid gap-5">
        {payment.proofs.map((proof) => {
          const steps = [
            { key: "submitted", name: proof.submittedBy, at: proof.submittedAt },
            { key: "received", name: proof.receivedBy, at: proof.receivedAt },
            { key: "confirmed", name: proof.confirmedBy, at: proof.confirmedAt },
            { key: "rejected", name: proof.rejectedBy, at: proof.rejectedAt },
          ] as const;
          return (
            <li key={proof.id} className="grid gap-2">
              <DescriptionList
                columns={2}
                items={[
                  { label: t("amount"), value: fen(proof.amountFen) },
                  { label: t("transfer.paidOn"), value: proof.paidOn },
                  { label: t("transfer.bankReference"), value: proof.bankReference },
                  {
                    label: t("transfer.receipt"),
                    value: (
                      <a
                        className="link"
                        href={`/desk/payments/${payment.id}/receipts/${proof.id}`}
                      >
                        {t("proofs.download", { name: proof.fileName })}
                      </a>
                    ),
                  },
                ]}
              />
              <ul className="grid gap-1 text-sm text-muted">
                {steps.map(({ key, name, at }) =>
                  at ? (
                    <li key={key} className={key === "rejected" ? "text-danger-700" : undefined}>
                      {t(`proofs.${key}`, {
                        name: name ?? "",
                        at: formatDateTime(at, "datetime"),
                        note: proof.rejectionNote,
                      })}
                    </li>
                  ) : null,
                )}
              </ul>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
