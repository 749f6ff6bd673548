import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { MoneyInput } from "~/components/ui/money-input";
import { parseYuan } from "~/domain/shared/money";
import { checkAmount } from "./allowed-amounts";
import { BidFields } from "./bid-fields";
import type { BidForms } from "./use-bid-forms";
import { yuanText } from "./use-bidding-text";

interface AmountFormProps {
  forms: BidForms;
  intent: "bid" | "proxy";
  minimumFen: string;
  stepFen: string;
  label: string;
  button: string;
  variant?: "primary" | "secondary";
  children?: ReactNode;
}

/** A free amount; says at once when it is not a whole step, and the server says it again. */
export function AmountForm(props: AmountFormProps) {
  const { forms, intent, minimumFen, stepFen, label, button, variant, children } = props;
  const { t } = useTranslation("bidding");
  const [typed, setTyped] = useState("");
  const { answered } = forms;
  const isOurs = answered?.intent === intent;
  const refused = isOurs && answered.answer?.outcome === "REFUSED" ? answered.answer : null;
  const fromServer = isOurs ? forms.view.error("amount") : undefined;
  const reason = refused?.reason ? t(`refusal.${refused.reason as "ended"}`) : undefined;
  return (
    <form {...forms.form} className="space-y-2.5">
      <BidFields forms={forms} intent={intent} />
      <MoneyInput
        name="amount"
        id={`amount-${intent}`}
        label={label}
        hint={t("bid.otherHint", { minimum: yuanText(minimumFen), step: yuanText(stepFen) })}
        defaultValue={isOurs ? forms.view.value("amount") : ""}
        error={reason ?? fromServer}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" className="text-sm text-warning-700">
        {useNearest(typed, minimumFen, stepFen)}
      </p>
      {children}
      <Button type="submit" variant={variant ?? "secondary"} busy={forms.isBusy} block>
        {button}
      </Button>
    </form>
  );
}

function useNearest(typed: string, minimumFen: string, stepFen: string): string | null {
  const { t } = useTranslation("bidding");
  const amount = parseYuan(typed);
  if (amount === null) return null;
  const checked = checkAmount(amount, minimumFen, stepFen);
  if (checked.kind === "ok") return null;
  const above = yuanText(checked.above);
  return checked.kind === "low"
    ? t("bid.nearestAbove", { above })
    : t("bid.nearest", { below: yuanText(checked.below), above });
}
