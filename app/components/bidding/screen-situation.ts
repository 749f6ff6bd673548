import type { AuctionBoard, BidderView } from "~/domain/bidding/auction-view";

/** How the bidder can bid now. SEALED: nobody sees it before the turn or the part ends. */
export type BidWayNow = "OPEN" | "SEALED" | "TAKE" | "AGREE";

export type WhyNot =
  | "WAITING"
  | "PAUSE"
  | "own"
  | "turn"
  | "PREEMPTION"
  | "SUSPENDED"
  | "ended"
  | "qualified";

export type Situation = { way: BidWayNow; whyNot: null } | { way: null; whyNot: WhyNot };

/**
 * What a bidder can do by the newest board, so that the controls follow a message at once and not only
 * after the page has been read again. The engine decides; this only chooses the form.
 */
export function situationOf(
  board: AuctionBoard,
  you: Pick<BidderView, "number" | "isQualified">,
): Situation {
  const cannot = (whyNot: WhyNot): Situation => ({ way: null, whyNot });
  const can = (way: BidWayNow): Situation => ({ way, whyNot: null });
  const { phase, status } = board;
  if (status === "SUSPENDED") return cannot("SUSPENDED");
  if (!phase) return cannot("ended");
  if (phase.name === "WAITING" || phase.name === "PAUSE" || phase.name === "PREEMPTION") {
    return cannot(phase.name);
  }
  if (!you.isQualified) return cannot("qualified");
  const isOwn = board.best?.bidder === you.number;
  const isTurn = phase.bidder === undefined || phase.bidder === you.number;
  if (!isTurn) return cannot("turn");
  if (isOwn && phase.name !== "LAST_WORD") return cannot("own");
  switch (phase.name) {
    case "TURN":
    case "SEALED":
      return can("SEALED");
    case "FALLING":
      return can("TAKE");
    case "ASKING":
      return can("AGREE");
    default:
      return can("OPEN");
  }
}

export type Standing = "best" | "outbid" | "noBid" | "yourTurn" | "taker" | "won" | "lost";

/** Where the bidder stands, in one word for each. */
export function standingOf(
  board: AuctionBoard,
  you: Pick<BidderView, "number">,
  hasBid: boolean,
): Standing {
  const { result, best, phase } = board;
  if (result) return result.outcome === "WON" && result.bidder === you.number ? "won" : "lost";
  if (phase?.bidder === you.number) return "yourTurn";
  if (best?.bidder === you.number) return phase?.name === "SEALED" ? "taker" : "best";
  return hasBid ? "outbid" : "noBid";
}
