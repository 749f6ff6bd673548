import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { FileInput } from "~/components/ui/file-input";
import { MoneyInput } from "~/components/ui/money-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { InstalmentMove } from "~/domain/performance/instalment-procedure";
import type { PaymentView } from "~/domain/performance/performance-view";
import { acceptOf, MAX_DOCUMENT_BYTES, PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { toYuanText } from "~/domain/shared/money";

type PaymentFormsProps = { payment: PaymentView; view: ReturnType<typeof useFormView> };

/** The steps of a treasurer with one payment; a closed step says why. */
export function PaymentForms({ payment, view }: PaymentFormsProps) {
  const { t } = useTranslation("performance");
  const { steps, state } = payment;
  const step = (move: InstalmentMove) => steps.find((one) => one.move === move);
  if (steps.length === 0) {
    const waiting = state === "PLANNED" ? t("payments.waitPayer") : t("payments.waitPayee");
    const isOpen = state !== "CONFIRMED" && state !== "CANCELLED";
    return isOpen ? (
      <p className="text-muted">
        {waiting} {!payment.online?.mayAsk && t("payments.onlyLook")}
      </p>
    ) : null;
  }
  const proofId = <input type="hidden" name="proofId" value={payment.proofs[0]?.id ?? ""} />;
  const simple = (move: InstalmentMove, label: string, hint: string) => {
    const found = step(move);
    if (!found) return null;
    return (
      <Form method="post" className="grid gap-2">
        {proofId}
        <p className="text-sm text-muted">{hint}</p>
        <div>
          {found.closed ? (
            <Button variant="secondary" disabledReason={t(`closed.${found.closed}`)}>
              {label}
            </Button>
          ) : (
            <SubmitButton intent={move} icon="check">
              {label}
            </SubmitButton>
          )}
        </div>
      </Form>
    );
  };
  return (
    <div className="grid gap-5">
      <RoyaltyForm payment={payment} view={view} />
      <ProofForm payment={payment} view={view} />
      {simple("nothingDue", t("payments.nothingDue"), t("payments.nothingDueHint"))}
      {simple("receive", t("payments.receive"), t("payments.receiveHint"))}
      {simple("confirm", t("payments.confirm"), t("payments.confirmHint"))}
      {step("reject") && (
        <Disclosure summary={t("payments.reject")} open={view.value("intent") === "reject"}>
          <Form method="post" className="grid gap-4">
            {proofId}
            <Textarea
              name="note"
              label={t("payments.rejectNote")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={view.value("note")}
              error={view.error("note")}
            />
            <div>
              <SubmitButton intent="reject" variant="danger">
                {t("payments.reject")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}

function RoyaltyForm({ payment, view }: PaymentFormsProps) {
  const { t } = useTranslation("performance");
  const step = payment.steps.find((one) => one.move === "stateAmount");
  if (!step || !payment.royalty) return null;
  const base = t(`payments.bases.${payment.royalty.base as "NET_SALES"}`);
  const label = t(payment.isStated ? "payments.restate" : "payments.stateBase");
  return (
    <Card title={label} headingLevel={3}>
      {step.closed ? (
        <p className="text-muted">{t(`closed.${step.closed}`)}</p>
      ) : (
        <Form method="post" className="grid gap-4">
          <MoneyInput
            name="base"
            label={t("payments.base")}
            hint={t("payments.baseHint", { base })}
            required
            defaultValue={view.value(
              "base",
              payment.baseFen === null ? "" : toYuanText(payment.baseFen),
            )}
            error={view.error("base")}
          />
          <div>
            <SubmitButton intent="stateAmount">{label}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

function ProofForm({ payment, view }: PaymentFormsProps) {
  const { t } = useTranslation("performance");
  const step = payment.steps.find((one) => one.move === "prove");
  if (!step) return null;
  return (
    <Card title={t("payments.prove")} headingLevel={3}>
      {step.closed ? (
        <p className="text-muted">{t(`closed.${step.closed}`)}</p>
      ) : (
        <Form method="post" encType="multipart/form-data" className="grid gap-4">
          <p className="text-sm text-muted">{t("payments.proveHint")}</p>
          <MoneyInput
            name="amount"
            label={t("payments.paidAmount")}
            required
            defaultValue={view.value(
              "amount",
              payment.amountFen === null ? "" : toYuanText(payment.amountFen),
            )}
            error={view.error("amount")}
          />
          <DateInput
            name="paidOn"
            label={t("payments.paidOn")}
            required
            max={payment.today}
            defaultValue={view.value("paidOn", payment.today)}
            error={view.error("paidOn")}
          />
          <TextInput
            name="bankReference"
            label={t("payments.reference")}
            hint={t("payments.referenceHint")}
            required
            maxLength={60}
            width="medium"
            defaultValue={view.value("bankReference")}
            error={view.error("bankReference")}
          />
          <FileInput
            name="file"
            label={t("payments.receipt")}
            hint={t("payments.receiptHint")}
            required
            accept={acceptOf(PAGE_TYPES)}
            maxBytes={MAX_DOCUMENT_BYTES}
            error={view.error("file")}
          />
          <div>
            <SubmitButton intent="prove">{t("payments.submitProof")}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
