import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { DbOrTx } from "~/platform/db.server";
import { openForRun, secretPlace } from "./amount-cipher.server";
import { preemptorsOf } from "./auction-apply-rules";
import type { AuctionState, Committed } from "./auction-state";
import type { BidderView } from "./auction-view";
import { findBidders } from "./bidder-queries.server";

/** What a person sees of the bidder for which it acts; null for who is none. */
export async function findBidderView(
  db: DbOrTx,
  auctionId: string,
  rules: AuctionRules,
  state: AuctionState,
  actor: UserActor,
): Promise<BidderView | null> {
  const organisationIds = actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "bid.place", { organisationId }))
    .sort((a, b) => Number(b === actor.organisationId) - Number(a === actor.organisationId));
  if (organisationIds.length === 0) return null;
  const asking = { userId: actor.userId, organisationIds, clientKey: "" };
  const [found] = await findBidders(db, auctionId, [asking]);
  if (!found) return null;
  const { number, isQualified, organisationId } = found;
  const [proxyFen, sealedFen] = await Promise.all([
    ownAmount(db, auctionId, number, state.proxies),
    ownAmount(db, auctionId, number, state.sealed),
  ]);
  const mine = actor.memberships.find((one) => one.organisationId === organisationId);
  return {
    number,
    organisationName: mine?.organisationName ?? "",
    isQualified,
    isBest: state.best?.bidder === number,
    proxyFen,
    sealedFen,
    can: isQualified && state.status === "OPEN" ? whatCan(rules, state, number) : NOTHING,
  };
}

const NOTHING = { bid: false, setProxy: false, dropProxy: false, match: false };

function whatCan(rules: AuctionRules, state: AuctionState, number: number): BidderView["can"] {
  const { phase, best, taker } = state;
  const isBest = best?.bidder === number;
  const isOpen = phase !== null && !["WAITING", "PAUSE", "PREEMPTION"].includes(phase.name);
  const isTurn = phase?.bidder === undefined || phase.bidder === number;
  const isTakerLast = phase?.name === "LAST_WORD" && taker === number;
  const hasProxy = state.proxies.some((one) => one.bidder === number);
  const isPreemptor =
    phase?.name === "PREEMPTION" &&
    preemptorsOf(state).some((one) => one.number === number) &&
    !state.answers.some((one) => one.bidder === number);
  return {
    bid: isOpen && isTurn && (!isBest || isTakerLast),
    setProxy: isOpen && rules.mode === "ASCENDING" && rules.allowsProxies,
    dropProxy: isOpen && hasProxy,
    match: isPreemptor,
  };
}

/** The amount that a bidder itself has kept secret. */
async function ownAmount(
  db: DbOrTx,
  auctionId: string,
  number: number,
  committed: readonly Committed[],
): Promise<string | null> {
  const own = committed.find((one) => one.bidder === number);
  if (!own) return null;
  const { sequence } = own;
  const row = await db.proxyBid.findUnique({
    where: { auctionId_sequence: { auctionId, sequence } },
    select: { maxEncrypted: true },
  });
  return row ? openForRun(row.maxEncrypted, secretPlace(auctionId, sequence)) : null;
}
