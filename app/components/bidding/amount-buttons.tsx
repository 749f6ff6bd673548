import { type MouseEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/components/ui/button";
import { cx } from "~/components/ui/class-names";
import { toYuanText } from "~/domain/shared/money";
import { allowedAmounts } from "./allowed-amounts";
import { BidFields } from "./bid-fields";
import type { BidForms } from "./use-bid-forms";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface AmountButtonsProps {
  forms: BidForms;
  minimumFen: string;
  stepFen: string;
  /** The least amount is the start price itself and not a step above a bid. */
  isFirst: boolean;
}

/** Amounts that can be bid with one press. */
export function AmountButtons({ forms, minimumFen, stepFen, isFirst }: AmountButtonsProps) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const [isMoved, setMoved] = useState(false);
  const pressed = useRef<string | null>(null);
  /** A press begun on one amount must not become a bid of another that took its place meanwhile. */
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    const isOther = event.detail > 0 && pressed.current !== event.currentTarget.value;
    pressed.current = null;
    setMoved(isOther);
    if (isOther || forms.isBusy) event.preventDefault();
  };
  return (
    <form {...forms.form}>
      <BidFields forms={forms} intent="bid" />
      <fieldset>
        <legend className="mb-1.5 font-medium text-ink">{t("bid.next")}</legend>
        <div className="grid grid-cols-2 gap-2 xl:grid-cols-4">
          {allowedAmounts(minimumFen, stepFen).map(({ steps, amountFen }, at) => (
            <button
              key={steps}
              type="submit"
              name="amount"
              value={toYuanText(BigInt(amountFen))}
              aria-disabled={forms.isBusy || undefined}
              onPointerDown={(event) => {
                pressed.current = event.currentTarget.value;
              }}
              onClick={guard}
              className={cx(
                buttonClass(at === 0 ? "primary" : "secondary"),
                "min-h-14 flex-col !gap-0 !px-2 py-1 leading-tight",
              )}
            >
              <span className="text-xs font-normal">
                {isFirst && steps === 1
                  ? t("bid.first")
                  : t("bid.steps", { count: isFirst ? steps - 1 : steps })}
              </span>
              <span className="tabular font-semibold">
                {large(amountFen) ?? yuanText(amountFen)}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      <p role="status" className="text-sm text-warning-700">
        {isMoved && t("bid.changedUnder")}
      </p>
    </form>
  );
}
