import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import { useLicenceText } from "./use-licence-text";

type PaidPurchasesProps = {
  rows: readonly {
    id: string;
    number: string;
    licensee: string;
    feeFen: string;
    createdAt: Date;
  }[];
  answer: RefusedForm;
};

/** Paid licences that are not issued, each with the way to give its fee back. */
export function PaidPurchases({ rows, answer }: PaidPurchasesProps) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  const view = useFormView(answer);
  const posted = view.value("purchaseId");
  return (
    <Card title={t("office.paid.title")}>
      <p className="mb-4 text-muted">{t("office.paid.lead")}</p>
      <ul className="space-y-6">
        {rows.map((row) => {
          const isPosted = posted === row.id;
          return (
            <li key={row.id} id={`paid-${row.id}`} className="space-y-3">
              <p>
                <span className="tabular">{row.number}</span> · {row.licensee} ·{" "}
                {text.fee(row.feeFen)} · <DateTime value={row.createdAt} />
              </p>
              <Form method="post" className="space-y-3" noValidate>
                {isPosted && (
                  <FormErrorSummary {...view.summary({ note: t("office.paid.note") })} />
                )}
                <input type="hidden" name="purchaseId" value={row.id} />
                <Textarea
                  name="note"
                  id={`note-${row.id}`}
                  label={t("office.paid.note")}
                  rows={2}
                  maxLength={500}
                  defaultValue={isPosted ? view.value("note") : ""}
                  error={isPosted ? view.error("note") : undefined}
                />
                <SubmitButton intent="refund" variant="danger">
                  {t("office.paid.refund")}
                </SubmitButton>
              </Form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
