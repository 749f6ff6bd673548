import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { toYuanText } from "~/domain/shared/money";
import { AmountForm } from "./amount-form";
import { BidFields } from "./bid-fields";
import type { BidForms } from "./use-bid-forms";
import { yuanText } from "./use-bidding-text";

interface PriceProps {
  forms: BidForms;
  priceFen: string;
}

/** DESCENDING: takes the price that stands. */
export function TakeForm({ forms, priceFen }: PriceProps) {
  const { t } = useTranslation("bidding");
  const { isBusy } = forms;
  return (
    <form {...forms.form} className="space-y-2">
      <BidFields forms={forms} intent="bid" />
      <input type="hidden" name="amount" value={toYuanText(BigInt(priceFen))} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={isBusy}
        className="min-h-16 w-full text-xl"
      >
        {t("bid.take", { amount: yuanText(priceFen) })}
      </Button>
      <p className="text-sm text-muted">{t("bid.takeHint")}</p>
    </form>
  );
}

/** AGREE_OR_RAISE: two big buttons, and a field for how far to raise. */
export function AgreeForm({ forms, priceFen, stepFen }: PriceProps & { stepFen: string }) {
  const { t } = useTranslation("bidding");
  const { isBusy } = forms;
  const raised = BigInt(priceFen) + BigInt(stepFen);
  const big = "min-h-16 w-full text-xl";
  return (
    <div className="space-y-4">
      <form {...forms.form} className="grid gap-2 sm:grid-cols-2">
        <BidFields forms={forms} intent="bid" />
        <Button
          type="submit"
          name="amount"
          value={toYuanText(BigInt(priceFen))}
          variant="primary"
          size="lg"
          aria-disabled={isBusy || undefined}
          className={big}
        >
          {t("bid.agree", { amount: yuanText(priceFen) })}
        </Button>
        <Button
          type="submit"
          name="amount"
          value={toYuanText(raised)}
          size="lg"
          aria-disabled={isBusy || undefined}
          className={big}
        >
          {t("bid.raiseBy", { amount: yuanText(raised.toString()) })}
        </Button>
      </form>
      <AmountForm
        forms={forms}
        intent="bid"
        minimumFen={raised.toString()}
        stepFen={stepFen}
        label={t("bid.raiseTo")}
        button={t("bid.raise")}
      />
    </div>
  );
}

/** Holder of a pre-emptive right: matches the price, or leaves it. */
export function PreemptionForm({ forms, priceFen }: PriceProps) {
  const { t } = useTranslation("bidding");
  const { isBusy } = forms;
  const amount = yuanText(priceFen);
  return (
    <div className="space-y-3">
      <p>{t("preemption.lead", { amount })}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        <form {...forms.form}>
          <BidFields forms={forms} intent="match" />
          <Button
            type="submit"
            variant="primary"
            size="lg"
            busy={isBusy}
            className="min-h-14 w-full"
          >
            {t("preemption.match", { amount })}
          </Button>
        </form>
        <form {...forms.form}>
          <BidFields forms={forms} intent="waive" />
          <Button type="submit" size="lg" busy={isBusy} className="min-h-14 w-full">
            {t("preemption.waive")}
          </Button>
        </form>
      </div>
    </div>
  );
}
