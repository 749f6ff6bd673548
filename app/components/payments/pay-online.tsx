import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { PaymentView } from "~/domain/payments/payment-view";
import { useFen } from "./use-fen";

/** Card and wallets: leads to the provider's page and back; plain forms. */
export function PayOnline({ payment }: { payment: PaymentView }) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const { online, state } = payment;
  const isStarted = state === "STARTED";
  if (!online.isOn || online.isTooLarge) {
    return (
      <Card title={t("online.title")} headingLevel={3}>
        <p className="text-muted">
          {online.isOn ? t("online.tooLarge", { max: fen(online.maxFen) }) : t("online.off")}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t("online.title")} headingLevel={3}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">{t("online.hint")}</p>
        <Form method="post">
          <SubmitButton intent="start" icon="money" block>
            {t(isStarted ? "online.goOn" : "online.start")}
          </SubmitButton>
        </Form>
        {isStarted && (
          <Form method="post" className="grid gap-2">
            <p className="text-sm text-muted">{t("online.leaveHint")}</p>
            <div>
              <SubmitButton intent="leave" variant="secondary">
                {t("online.leave")}
              </SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
