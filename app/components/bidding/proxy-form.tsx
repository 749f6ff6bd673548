import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { AuctionBoard, AuctionView, BidderView } from "~/domain/bidding/auction-view";
import { AmountForm } from "./amount-form";
import { BidFields } from "./bid-fields";
import type { BidForms } from "./use-bid-forms";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface ProxyFormProps {
  view: AuctionView;
  board: AuctionBoard;
  you: BidderView;
  forms: BidForms;
}

/** The bidder's secret maximum, while the rules and the phase allow one. */
export function ProxyForm({ view, board, you, forms }: ProxyFormProps) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const { isBusy } = forms;
  const { minimumFen } = board;
  const canSet = you.can.setProxy && minimumFen !== null;
  if (!canSet && !you.can.dropProxy && you.proxyFen === null) return null;
  const current = you.proxyFen
    ? [yuanText(you.proxyFen), large(you.proxyFen)].filter(Boolean).join(" · ")
    : null;
  return (
    <Card title={t("proxy.title")}>
      <div className="space-y-4">
        <p className="text-sm text-muted">{t("proxy.lead")}</p>
        {current && <p className="font-medium">{t("proxy.current", { amount: current })}</p>}
        {canSet && (
          <AmountForm
            forms={forms}
            intent="proxy"
            minimumFen={minimumFen}
            stepFen={view.rules.stepFen}
            label={t("proxy.amount")}
            button={t(you.proxyFen ? "proxy.change" : "proxy.set")}
          />
        )}
        {you.can.dropProxy && (
          <form {...forms.form}>
            <BidFields forms={forms} intent="dropProxy" />
            <Button type="submit" variant="danger" busy={isBusy}>
              {t("proxy.drop")}
            </Button>
          </form>
        )}
      </div>
    </Card>
  );
}
