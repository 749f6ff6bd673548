import { useTranslation } from "react-i18next";
import type { AuctionLine } from "~/domain/bidding/auction-view";
import { yuanText } from "./use-bidding-text";

const MAX_BARS = 24;
const WIDTH = 480;
const HEIGHT = 96;
/** Even the lowest bar must be seen. */
const LEAST = 0.12;

interface PriceBarsProps {
  lines: readonly AuctionLine[];
  yourNumber: number | null;
}

/** The latest bids as bars, from old to new; the record beside says the same in figures. */
export function PriceBars({ lines, yourNumber }: PriceBarsProps) {
  const { t } = useTranslation("bidding");
  const bids = lines.flatMap((line) => (line.kind === "BID" ? [line] : []));
  const shown = bids.slice(0, MAX_BARS).reverse();
  if (shown.length < 2) return null;
  const amounts = shown.map((one) => Number(one.amountFen));
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const slot = WIDTH / Math.max(shown.length, 12);
  const first = shown[0];
  const last = shown.at(-1);
  const hasYours = shown.some((one) => one.bidder === yourNumber);
  return (
    <figure className="space-y-1.5">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 12}`}
        className="block h-auto w-full"
        aria-hidden="true"
        focusable="false"
      >
        {shown.map((one, at) => {
          const share = high === low ? 1 : (Number(one.amountFen) - low) / (high - low);
          const height = (LEAST + (1 - LEAST) * share) * HEIGHT;
          const x = at * slot;
          const isYours = one.bidder === yourNumber;
          return (
            <g key={one.sequence} className={isYours ? "fill-accent-600" : "fill-brand-500"}>
              <rect
                x={x + 1.5}
                y={HEIGHT + 12 - height}
                width={Math.max(2, slot - 3)}
                height={height}
                rx={1.5}
              />
              {isYours && <circle cx={x + slot / 2} cy={HEIGHT + 5 - height} r={3.5} />}
            </g>
          );
        })}
        <line
          x1={0}
          x2={WIDTH}
          y1={HEIGHT + 11.5}
          y2={HEIGHT + 11.5}
          className="stroke-line-strong"
        />
      </svg>
      <figcaption className="text-sm text-muted">
        {t("price.barsSummary", {
          count: shown.length,
          from: yuanText(first?.amountFen ?? "0"),
          to: yuanText(last?.amountFen ?? "0"),
        })}
        {hasYours && ` ${t("price.barsYou")}`}
      </figcaption>
    </figure>
  );
}
