import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/components/ui/icon";
import { type Tone, toneSoft } from "~/components/ui/tone";
import type { AuctionBoard, AuctionView, BidderView } from "~/domain/bidding/auction-view";
import { type Standing, standingOf } from "./screen-situation";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface PricePanelProps {
  view: AuctionView;
  board: AuctionBoard;
  hasBid: boolean;
}

/** The price, large, in both readings, and who holds it. */
export function PricePanel({ view, board, hasBid }: PricePanelProps) {
  const { t } = useTranslation("bidding");
  const { large, who } = useBiddingText(view.you?.number);
  const { best, phase } = board;
  const { rules, you } = view;
  const asked = phase?.name === "FALLING" || phase?.name === "ASKING" ? phase.priceFen : undefined;
  const fen = asked ?? best?.amountFen ?? rules.startPriceFen;
  const label = asked
    ? t(phase?.name === "FALLING" ? "price.falling" : "price.asked")
    : t(best ? priceLabel(board) : "price.start");
  const inWan = large(fen);
  return (
    <div className="space-y-4">
      <div>
        <p className="text-sm text-muted">{label}</p>
        <p className="tabular text-4xl leading-tight font-semibold break-words text-ink sm:text-5xl">
          {yuanText(fen)}
        </p>
        {inWan && <p className="tabular text-lg text-body">{inWan}</p>}
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        <dt className="text-muted">{t("price.leader")}</dt>
        <dd className="font-medium text-ink">{best ? who(best.bidder) : t("price.none")}</dd>
        {asked && best && (
          <>
            <dt className="text-muted">{t("price.best")}</dt>
            <dd>{yuanText(best.amountFen)}</dd>
          </>
        )}
        <dt className="text-muted">{t("price.start")}</dt>
        <dd>{yuanText(rules.startPriceFen)}</dd>
        <dt className="text-muted">{t("price.step")}</dt>
        <dd>{yuanText(rules.stepFen)}</dd>
        <dt className="text-muted">{t("price.reserve")}</dt>
        <dd>
          {rules.reserve.kind === "PUBLIC"
            ? yuanText(rules.reserve.amountFen)
            : t(rules.reserve.kind === "NONE" ? "price.reserveNone" : "price.reserveSecret")}
        </dd>
      </dl>
      {you && <StandingBox board={board} you={you} hasBid={hasBid} />}
    </div>
  );
}

function priceLabel({ result, phase }: AuctionBoard) {
  if (result?.outcome === "WON") return "price.won";
  return phase?.name === "PREEMPTION" ? "price.matched" : "price.best";
}

const looks: Record<Standing, { tone: Tone; icon: IconName }> = {
  best: { tone: "success", icon: "success" },
  won: { tone: "success", icon: "certificate" },
  taker: { tone: "success", icon: "success" },
  outbid: { tone: "danger", icon: "warning" },
  yourTurn: { tone: "accent", icon: "clock" },
  noBid: { tone: "neutral", icon: "info" },
  lost: { tone: "neutral", icon: "info" },
};

function StandingBox({
  board,
  you,
  hasBid,
}: {
  board: AuctionBoard;
  you: BidderView;
  hasBid: boolean;
}) {
  const { t } = useTranslation("bidding");
  const standing = standingOf(board, you, hasBid);
  const { tone, icon } = looks[standing];
  return (
    <div className={`flex items-start gap-3 rounded-md border px-4 py-3 ${toneSoft[tone]}`}>
      <Icon name={icon} size={24} className="mt-0.5" />
      <div>
        <p className="text-lg font-semibold">{t(`standing.${standing}`)}</p>
        {you.sealedFen && (
          <p className="text-sm text-body">
            {t("standing.sealed", { amount: yuanText(you.sealedFen) })}
          </p>
        )}
        {you.proxyFen && (
          <p className="text-sm text-body">
            {t("standing.proxy", { amount: yuanText(you.proxyFen) })}
          </p>
        )}
      </div>
    </div>
  );
}
