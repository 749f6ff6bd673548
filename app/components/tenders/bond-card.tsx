import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { useYuan } from "./use-tender-text";

/** The bond that must be held before a bid is taken. */
export function BondCard({
  amountFen,
  bond,
  organisationId,
}: {
  amountFen: string;
  bond: { state: string; href: string } | null;
  organisationId: string;
}) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const isOver = bond?.state === "CANCELLED" || bond?.state === "LAPSED";
  return (
    <Card title={t("bid.bond")}>
      <div className="space-y-3">
        <p>{t("bid.bondLead", { amount: yuan(amountFen) })}</p>
        {bond?.state === "PAID" && <Alert tone="success">{t("bid.bondHeld")}</Alert>}
        {bond && !isOver ? (
          <LinkButton to={bond.href} size="sm">
            {t("bid.bondOpen")}
          </LinkButton>
        ) : (
          <Form method="post">
            <input type="hidden" name="organisationId" value={organisationId} />
            <SubmitButton intent="bond">{t("bid.bondAsk")}</SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}
