import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { PaymentView } from "~/domain/performance/performance-view";

/** Paying online instead of by bank transfer: the payee asks for it, the payer follows. */
export function OnlinePayment({ payment }: { payment: PaymentView }) {
  const { t } = useTranslation("performance");
  const { online } = payment;
  if (!online) return null;
  return (
    <Card title={t("payments.online.title")} headingLevel={3}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">
          {t(online.isPaid ? "payments.online.paid" : "payments.online.hint")}
        </p>
        {online.href ? (
          <div>
            <LinkButton to={online.href} variant={online.isPaid ? "secondary" : "primary"}>
              {t("payments.online.open")}
            </LinkButton>
          </div>
        ) : (
          <Form method="post">
            <SubmitButton intent="askOnline">{t("payments.online.ask")}</SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}
