import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { TextInput } from "~/components/ui/text-input";
import type { InvoiceView } from "~/domain/payments/payment-view";
import { InvoiceFacts } from "./invoice-card";

type InvoiceIssueProps = {
  data: InvoiceView;
  today: string;
  view: ReturnType<typeof useFormView>;
};

/** Invoice data as the payer gave them; the operator notes the number of the tax system. */
export function InvoiceIssueCard({ data, today, view }: InvoiceIssueProps) {
  const { t } = useTranslation("payments");
  return (
    <Card title={t("invoice.title")}>
      <div className="grid gap-4">
        <InvoiceFacts data={data} />
        {!data.issuedNumber && (
          <Form method="post" className="grid gap-4">
            <TextInput
              name="issuedNumber"
              label={t("invoice.issuedNumber")}
              required
              maxLength={60}
              width="medium"
              defaultValue={view.value("issuedNumber")}
              error={view.error("issuedNumber")}
            />
            <DateInput
              name="issuedOn"
              label={t("invoice.issuedOn")}
              required
              max={today}
              defaultValue={view.value("issuedOn", today)}
              error={view.error("issuedOn")}
            />
            <div>
              <SubmitButton intent="issue">{t("invoice.issue")}</SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
