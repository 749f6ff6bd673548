import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import type { ReceivingState } from "~/domain/payments/payment-view";

type ReceivingAccountProps = {
  account: { organisationId: string; name: string; state: ReceivingState; mayOpen: boolean };
  asksCode: boolean;
  answer: RefusedForm;
};

const TONES = { NONE: "neutral", STARTED: "warning", READY: "success" } as const;

/** One organisation's account: its state, and what its treasurers can do about it. */
export function ReceivingAccount({ account, asksCode, answer }: ReceivingAccountProps) {
  const { t } = useTranslation("payments");
  const { organisationId, name, state, mayOpen } = account;
  const anyView = useFormView(answer);
  // The page has a form for each organisation: an answer belongs to the one that was sent.
  const view = useFormView(anyView.value("organisationId") === organisationId ? answer : undefined);
  const organisation = <input type="hidden" name="organisationId" value={organisationId} />;
  const secretId = `secret-${organisationId}`;
  return (
    <Card title={name}>
      <div className="grid gap-4">
        <p>
          <Badge tone={TONES[state]}>{t(`receiving.states.${state}`)}</Badge>{" "}
          {t(`receiving.stateTexts.${state}`)}
        </p>
        {!mayOpen && <p className="text-muted">{t("receiving.treasurer")}</p>}
        {mayOpen && state === "STARTED" && (
          <Form method="post">
            {organisation}
            <SubmitButton intent="ask" variant="secondary">
              {t("receiving.ask")}
            </SubmitButton>
          </Form>
        )}
        {mayOpen && (
          <Form method="post" className="grid gap-4" noValidate>
            <FormErrorSummary {...view.summary({ secret: t("receiving.secret") })} />
            {organisation}
            <p className="text-sm text-muted">{t("receiving.hint")}</p>
            <TextInput
              id={secretId}
              name="secret"
              type={asksCode ? "text" : "password"}
              inputMode={asksCode ? "numeric" : undefined}
              autoComplete={asksCode ? "one-time-code" : "current-password"}
              label={t(asksCode ? "receiving.code" : "receiving.secret")}
              width="medium"
              required
              error={view.error("secret")}
            />
            <div>
              <SubmitButton intent="open" variant={state === "READY" ? "secondary" : "primary"}>
                {t(`receiving.open.${state}`)}
              </SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
