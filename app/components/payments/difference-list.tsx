import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { Difference } from "~/domain/payments/reconciliation-rules";
import { BankLineStep } from "./bank-line-step";
import { useFen } from "./use-fen";

type DifferenceListProps = {
  differences: readonly Difference[];
  view: ReturnType<typeof useFormView>;
};

/** What the lists disagree about, each with what to do next. */
export function DifferenceList({ differences, view }: DifferenceListProps) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  return (
    <Card title={t("office.reconciliation.differences")} padding="flush">
      {differences.length === 0 ? (
        <p className="px-4 py-4 text-muted sm:px-5">{t("office.reconciliation.noDifferences")}</p>
      ) : (
        <ul aria-label={t("office.reconciliation.differencesCaption")}>
          {differences.map((one) => (
            <li
              key={one.key}
              className="grid gap-2 border-b border-line px-4 py-4 last:border-b-0 sm:px-5"
            >
              <h3 className="text-base font-medium">
                {t(`office.reconciliation.kinds.${one.kind}`)}
              </h3>
              <p className="flex flex-wrap justify-between gap-x-4 text-sm">
                <span className="break-all">{one.detail}</span>
                <span className="tabular whitespace-nowrap">{fen(one.amountFen)}</span>
              </p>
              <p className="text-sm text-muted">
                {t("office.reconciliation.next")}：{t(`office.reconciliation.actions.${one.kind}`)}
              </p>
              {one.bookAs && (
                <p className="text-sm">{t(`office.reconciliation.bookAs.${one.bookAs}`)}</p>
              )}
              <NextStep difference={one} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const ASKABLE = ["STRIPE_NOT_BOOKED", "REFUND_NOT_BOOKED", "RETURN_NOT_BOOKED", "SUSPENSE"];

function NextStep({
  difference,
  view,
}: {
  difference: Difference;
  view: DifferenceListProps["view"];
}) {
  const { t } = useTranslation("payments");
  const { paymentId, bankLineId, kind } = difference;
  return (
    <div className="flex flex-wrap items-end gap-4">
      {paymentId && (
        <Link className="link" to={`/office/payments/${paymentId}`}>
          {t("office.reconciliation.open")}
        </Link>
      )}
      {paymentId && ASKABLE.includes(kind) && (
        <Form method="post">
          <input type="hidden" name="paymentId" value={paymentId} />
          <SubmitButton intent="ask" variant="secondary" size="sm">
            {t("office.reconciliation.ask")}
          </SubmitButton>
        </Form>
      )}
      {bankLineId && <BankLineStep difference={difference} lineId={bankLineId} view={view} />}
    </div>
  );
}
