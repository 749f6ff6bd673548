import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { DescriptionList } from "~/components/ui/description-list";
import { FileInput } from "~/components/ui/file-input";
import { MoneyInput } from "~/components/ui/money-input";
import { TextInput } from "~/components/ui/text-input";
import type { PaymentView } from "~/domain/payments/payment-view";
import { acceptOf, MAX_DOCUMENT_BYTES, PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { toYuanText } from "~/domain/shared/money";
import { useFen } from "./use-fen";

type PayByTransferProps = { payment: PaymentView; view: ReturnType<typeof useFormView> };

/** The market's account, what to write on the transfer, and the proof of it. */
export function PayByTransfer({ payment, view }: PayByTransferProps) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const { account } = payment;
  return (
    <Card title={t("transfer.title")} headingLevel={3}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">{t("transfer.lead")}</p>
        {account.number === "" && <Alert tone="warning">{t("transfer.noAccount")}</Alert>}
        <DescriptionList
          columns={2}
          hideEmpty
          items={[
            { label: t("transfer.accountName"), value: account.name },
            { label: t("transfer.accountNumber"), value: account.number },
            { label: t("transfer.bank"), value: account.bank },
            { label: t("amount"), value: fen(payment.amountFen) },
            { label: t("reference"), value: <strong>{payment.reference}</strong> },
          ]}
        />
        <p className="text-sm">{t("referenceHint")}</p>
        <Form method="post" encType="multipart/form-data" className="grid gap-4">
          <MoneyInput
            name="amount"
            label={t("transfer.paid")}
            hint={t("transfer.paidHint")}
            required
            defaultValue={view.value("amount", toYuanText(payment.amountFen))}
            error={view.error("amount")}
          />
          <DateInput
            name="paidOn"
            label={t("transfer.paidOn")}
            required
            max={payment.today}
            defaultValue={view.value("paidOn", payment.today)}
            error={view.error("paidOn")}
          />
          <TextInput
            name="bankReference"
            label={t("transfer.bankReference")}
            hint={t("transfer.bankReferenceHint")}
            required
            maxLength={60}
            width="medium"
            defaultValue={view.value("bankReference")}
            error={view.error("bankReference")}
          />
          <FileInput
            name="file"
            label={t("transfer.receipt")}
            hint={t("transfer.receiptHint")}
            required
            accept={acceptOf(PAGE_TYPES)}
            maxBytes={MAX_DOCUMENT_BYTES}
            error={view.error("file")}
          />
          <div>
            <SubmitButton intent="prove">{t("transfer.submit")}</SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
