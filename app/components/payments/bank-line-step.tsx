import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { fieldId } from "~/components/ui/field";
import { TextInput } from "~/components/ui/text-input";
import type { Difference } from "~/domain/payments/reconciliation-rules";

type BankLineStepProps = {
  difference: Difference;
  lineId: string;
  view: ReturnType<typeof useFormView>;
};

/** What an operator can do with a line of the bank: match it, propose its booking, confirm or undo that. */
export function BankLineStep({ difference, lineId, view }: BankLineStepProps) {
  const { t } = useTranslation("payments");
  const { kind, bookAs } = difference;
  const isRefused = view.value("id") === lineId;
  const field = (name: string) => ({
    id: isRefused ? fieldId(name) : `${name}-${lineId}`,
    name,
    required: true,
    width: "medium" as const,
    defaultValue: isRefused ? view.value(name) : "",
    error: isRefused ? view.error(name) : undefined,
  });
  const line = <input type="hidden" name="id" value={lineId} />;
  if (kind === "BANK_PROPOSED") {
    return (
      <>
        <Form method="post">
          {line}
          <SubmitButton intent="confirm" variant="secondary">
            {t("office.reconciliation.confirmLine")}
          </SubmitButton>
        </Form>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          {line}
          <TextInput {...field("note")} label={t("office.refunds.note")} />
          <SubmitButton intent="takeBack" variant="secondary">
            {t("office.refunds.takeBack")}
          </SubmitButton>
        </Form>
      </>
    );
  }
  return (
    <>
      {kind === "BANK_UNMATCHED" && (
        <Form method="post" className="flex flex-wrap items-end gap-3">
          {line}
          <TextInput {...field("reference")} label={t("reference")} />
          <SubmitButton intent="match" variant="secondary">
            {t("office.reconciliation.match")}
          </SubmitButton>
        </Form>
      )}
      {bookAs && (
        <Form method="post" className="flex flex-wrap items-end gap-3">
          {line}
          {bookAs === "RETURN" && (
            <TextInput {...field("returns")} label={t("office.reconciliation.returns")} />
          )}
          <SubmitButton intent="propose" variant="secondary">
            {t("office.reconciliation.propose")}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}
