import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import type { AuctionBoard, AuctionView, BidderView } from "~/domain/bidding/auction-view";
import { AmountButtons } from "./amount-buttons";
import { AmountForm } from "./amount-form";
import { BidMessage } from "./bid-message";
import { JumpConfirm } from "./jump-confirm";
import { AgreeForm, PreemptionForm, TakeForm } from "./one-press-forms";
import { ProxyForm } from "./proxy-form";
import { situationOf } from "./screen-situation";
import { ANSWER_ID, type BidForms } from "./use-bid-forms";

interface BidControlsProps {
  view: AuctionView;
  board: AuctionBoard;
  you: BidderView;
  forms: BidForms;
  path: string;
}

/** What a bidder can do now. */
export function BidControls({ view, board, you, forms, path }: BidControlsProps) {
  const { t } = useTranslation("bidding");
  const situation = situationOf(board, you);
  const priceFen = board.phase?.priceFen ?? board.best?.amountFen ?? null;
  const mustMatch = you.can.match && board.phase?.name === "PREEMPTION" && priceFen !== null;
  const isAsked = forms.answered?.answer?.outcome === "CONFIRM";
  const title = mustMatch
    ? t("preemption.title")
    : t(situation.way === "SEALED" ? "bid.titleSealed" : "bid.title");
  if (board.result) return null;
  return (
    <>
      <Card id={ANSWER_ID} title={title} className="border-brand-600">
        <div className="space-y-4">
          <BidMessage forms={forms} />
          {isAsked && (
            <JumpConfirm
              key={forms.answered?.answer?.amountFen}
              forms={forms}
              stepFen={view.rules.stepFen}
              path={path}
            />
          )}
          {mustMatch && <PreemptionForm forms={forms} priceFen={priceFen} />}
          {!mustMatch && situation.way === null && (
            <p className="text-muted">
              {t("bid.notNow", { why: t(`bid.why.${situation.whyNot}`) })}
            </p>
          )}
          <WayForm view={view} board={board} you={you} forms={forms} way={situation.way} />
        </div>
      </Card>
      <ProxyForm view={view} board={board} you={you} forms={forms} />
    </>
  );
}

type WayFormProps = Omit<BidControlsProps, "path"> & {
  way: ReturnType<typeof situationOf>["way"];
};

function WayForm({ view, board, you, forms, way }: WayFormProps) {
  const { t } = useTranslation("bidding");
  const { stepFen } = view.rules;
  const { minimumFen, phase } = board;
  if (way === null || minimumFen === null) return null;
  const priceFen = phase?.priceFen ?? minimumFen;
  if (way === "TAKE") return <TakeForm forms={forms} priceFen={priceFen} />;
  if (way === "AGREE") return <AgreeForm forms={forms} priceFen={priceFen} stepFen={stepFen} />;
  return (
    <>
      <AmountButtons
        forms={forms}
        minimumFen={minimumFen}
        stepFen={stepFen}
        isFirst={board.best === null}
      />
      <AmountForm
        forms={forms}
        intent="bid"
        minimumFen={minimumFen}
        stepFen={stepFen}
        label={t("bid.other")}
        button={t(you.sealedFen ? "bid.change" : "bid.place")}
      />
    </>
  );
}
