import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { PaymentView } from "~/domain/payments/payment-view";

type TransferCheckProps = { payment: PaymentView; view: ReturnType<typeof useFormView> };

/** Two operators, one after the other; a closed step says why. */
export function TransferCheck({ payment, view }: TransferCheckProps) {
  const { t } = useTranslation("payments");
  const { state } = payment;
  if (state !== "PROOF_GIVEN" && state !== "RECEIVED") return null;
  const move = state === "PROOF_GIVEN" ? "receive" : "confirm";
  const proofId = <input type="hidden" name="proofId" value={payment.proofs[0]?.id ?? ""} />;
  const isBarred = state === "RECEIVED" && payment.isFirstPerson;
  return (
    <Card title={t("check.title")}>
      <div className="grid gap-4">
        <Form method="post" className="grid gap-2">
          {proofId}
          <p className="text-sm text-muted">{t(`check.${move}Hint`)}</p>
          <div>
            {isBarred ? (
              <Button disabledReason={t("check.second")}>{t(`check.${move}`)}</Button>
            ) : (
              <SubmitButton intent={move} icon="check">
                {t(`check.${move}`)}
              </SubmitButton>
            )}
          </div>
        </Form>
        <Disclosure summary={t("check.reject")} open={view.value("intent") === "reject"}>
          <Form method="post" className="grid gap-4">
            {proofId}
            <Textarea
              name="note"
              label={t("check.rejectNote")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={view.value("note")}
              error={view.error("note")}
            />
            <div>
              <SubmitButton intent="reject" variant="danger">
                {t("check.reject")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}
