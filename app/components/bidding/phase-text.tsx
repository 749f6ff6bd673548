import { useTranslation } from "react-i18next";
import type { AuctionBoard, AuctionView } from "~/domain/bidding/auction-view";
import { useBiddingText } from "./use-bidding-text";

/** What the phase means, with the periods of this lot's rules. */
export function PhaseText({ view, board }: { view: AuctionView; board: AuctionBoard }) {
  const { t } = useTranslation("bidding");
  const { length } = useBiddingText();
  const { rules } = view;
  if (!board.phase || board.result) return null;
  const { name } = board.phase;
  const isSoft = rules.mode === "ASCENDING" && rules.closing.kind === "SOFT";
  const text =
    name === "FREE" && rules.mode === "ASCENDING" && rules.closing.kind === "SOFT"
      ? t("explain.FREE_SOFT", {
          window: length(rules.closing.softCloseSeconds / rules.timeFactor),
          extension: length(rules.closing.extensionSeconds / rules.timeFactor),
        })
      : t(`explain.${name}`);
  return (
    <p className="mt-1 text-sm text-muted">
      {isSoft && name === "FREE" && `${t("explain.FREE")} `}
      {text}
    </p>
  );
}
