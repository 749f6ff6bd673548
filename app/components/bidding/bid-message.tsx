import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { useErrorText } from "~/i18n/use-error-text";
import { marketTime } from "./market-time";
import type { BidForms } from "./use-bid-forms";
import { yuanText } from "./use-bidding-text";

/** What the server answered to the bidder's last request; a new answer takes the place of the old one. */
export function BidMessage({ forms }: { forms: BidForms }) {
  const { t } = useTranslation("bidding");
  const errorText = useErrorText();
  const { answered, isFailed } = forms;
  if (isFailed) {
    return (
      <Alert tone="danger" role="alert">
        {t("bid.failed")}
      </Alert>
    );
  }
  if (!answered) return null;
  const { intent, answer, result } = answered;
  if (!answer) {
    const faults = Object.values(result?.error ?? {}).flatMap((one) => one ?? []);
    if (faults.length === 0) return null;
    return (
      <Alert tone="danger" role="alert">
        {errorText(faults)}
      </Alert>
    );
  }
  if (answer.outcome === "CONFIRM") return null;
  const time = marketTime(answer.atMicros);
  if (answer.outcome === "REFUSED") {
    return (
      <Alert tone="danger" role="alert">
        <p>{t(`refusal.${answer.reason as "ended"}`)}</p>
        {answer.minimumFen && (
          <p>
            {t("price.minimum")} {yuanText(answer.minimumFen)}
          </p>
        )}
      </Alert>
    );
  }
  const amount = answer.amountFen ? yuanText(answer.amountFen) : "";
  const text = {
    bid: t("bid.accepted", { amount, time: `${time.time}.${time.ms}` }),
    proxy: t("proxy.accepted", { amount }),
    dropProxy: t("proxy.dropped"),
    match: t("preemption.matched"),
    waive: t("preemption.waived"),
  }[intent];
  return (
    <Alert tone="success" role="status">
      {text}
    </Alert>
  );
}
