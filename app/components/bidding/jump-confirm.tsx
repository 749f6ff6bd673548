import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { toYuanText } from "~/domain/shared/money";
import { stepsAbove } from "./allowed-amounts";
import { BidFields } from "./bid-fields";
import type { BidForms } from "./use-bid-forms";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface JumpConfirmProps {
  forms: BidForms;
  stepFen: string;
  /** The page itself, for going back without client code. */
  path: string;
}

/** The second step of a large jump; a form of its own, so that it also works without client code. */
export function JumpConfirm({ forms, stepFen, path }: JumpConfirmProps) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const box = useRef<HTMLDivElement>(null);
  const { answered, isBusy, dismiss } = forms;
  const amountFen = answered?.answer?.amountFen ?? null;
  useEffect(() => box.current?.focus(), []);
  if (!answered || amountFen === null) return null;
  const minimumFen = answered.answer?.minimumFen ?? null;
  const amount = [yuanText(amountFen), large(amountFen)].filter(Boolean).join(" · ");
  return (
    <div ref={box} tabIndex={-1}>
      <Alert tone="warning" role="alert" title={t("jump.title")}>
        <p>
          {minimumFen
            ? t("jump.text", {
                amount,
                minimum: yuanText(minimumFen),
                steps: stepsAbove(amountFen, minimumFen, stepFen),
              })
            : t("jump.textNoSteps", { amount })}
        </p>
        <form {...forms.form} className="mt-3 flex flex-wrap gap-2">
          <BidFields forms={forms} intent={answered.intent} />
          <input type="hidden" name="isConfirmed" value="on" />
          <Button
            type="submit"
            name="amount"
            value={toYuanText(BigInt(amountFen))}
            variant="primary"
            size="lg"
            busy={isBusy}
          >
            {t(answered.intent === "proxy" ? "jump.confirmProxy" : "jump.confirm", {
              amount: yuanText(amountFen),
            })}
          </Button>
          <LinkButton
            to={path}
            size="lg"
            onClick={(event) => {
              event.preventDefault();
              dismiss();
            }}
          >
            {t("jump.cancel")}
          </LinkButton>
        </form>
      </Alert>
    </div>
  );
}
