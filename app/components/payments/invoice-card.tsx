import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { INVOICE_KINDS } from "~/domain/payments/payment-schema";
import type { PaymentView } from "~/domain/payments/payment-view";

type InvoiceProps = {
  invoice: NonNullable<PaymentView["invoice"]>;
  view: ReturnType<typeof useFormView>;
};

/** Whom the invoice of a fee is for, and its number once the tax system has given one. */
export function InvoiceCard({ invoice, view }: InvoiceProps) {
  const { t } = useTranslation("payments");
  const { data, suggested } = invoice;
  return (
    <Card title={t("invoice.title")}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">{t("invoice.lead")}</p>
        {data && <InvoiceFacts data={data} />}
        {invoice.mayEdit && (
          <Form method="post" className="grid gap-4">
            <TextInput
              name="title"
              label={t("invoice.name")}
              required
              maxLength={200}
              defaultValue={view.value("title", data?.title ?? suggested.title)}
              error={view.error("title")}
            />
            <TextInput
              name="uscc"
              label={t("invoice.uscc")}
              required
              maxLength={20}
              width="medium"
              defaultValue={view.value("uscc", data?.uscc ?? suggested.uscc)}
              error={view.error("uscc")}
            />
            <RadioGroup
              name="kind"
              label={t("invoice.kind")}
              required
              defaultValue={view.value("kind", data?.kind ?? "ORDINARY")}
              options={INVOICE_KINDS.map((kind) => ({
                value: kind,
                label: t(`invoice.kinds.${kind}`),
              }))}
              error={view.error("kind")}
            />
            <TextInput
              name="address"
              label={t("invoice.address")}
              hint={t("invoice.specialHint")}
              maxLength={300}
              defaultValue={view.value("address", data?.address ?? "")}
              error={view.error("address")}
            />
            <TextInput
              name="bankAccount"
              label={t("invoice.bankAccount")}
              hint={t("invoice.specialHint")}
              maxLength={200}
              defaultValue={view.value("bankAccount", data?.bankAccount ?? "")}
              error={view.error("bankAccount")}
            />
            <div>
              <SubmitButton intent="invoice" variant="secondary">
                {t("invoice.save")}
              </SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}

export function InvoiceFacts({ data }: { data: NonNullable<InvoiceProps["invoice"]["data"]> }) {
  const { t } = useTranslation("payments");
  return (
    <DescriptionList
      columns={2}
      hideEmpty
      items={[
        { label: t("invoice.name"), value: data.title },
        { label: t("invoice.uscc"), value: data.uscc },
        { label: t("invoice.kind"), value: t(`invoice.kinds.${data.kind as "ORDINARY"}`) },
        { label: t("invoice.address"), value: data.address },
        { label: t("invoice.bankAccount"), value: data.bankAccount },
        { label: t("invoice.issuedNumber"), value: data.issuedNumber ?? t("invoice.notYet") },
        { label: t("invoice.issuedOn"), value: data.issuedOn },
      ]}
    />
  );
}
