import { setTimeout as sleep } from "node:timers/promises";
import type { BidAnswer } from "~/domain/bidding/auction-view";
import type { TestAuction } from "../factories/auctions";
import type { SentBid } from "./bidding-process";

export type Acknowledged = { bidder: number; sent: SentBid; answer: BidAnswer };

export type HostileTally = {
  acknowledged: Acknowledged[];
  /** Requests sent again because no answer came. */
  retries: number;
  /** Attempts of people who are no bidders, and what they got. */
  strangers: number[];
};

const STEP = 1000n;
/** A restarted process answers long before; who waits longer has met a fault that stays. */
const PATIENCE_MS = 60_000;

/**
 * Bidders who press at the same time, with good, equal, odd and silly amounts and with maximums; each
 * sends a request again, with the same key, until it is answered.
 */
export function startHostileBidders(
  auction: TestAuction,
  strangerId: string,
  addresses: readonly string[],
): { tally: HostileTally; hasFailed(): boolean; stop(): Promise<void> } {
  const tally: HostileTally = { acknowledged: [], retries: 0, strangers: [] };
  let isStopping = false;
  let minimum = 100_000n;

  const send = (sent: SentBid) =>
    fetch(addresses[Math.floor(Math.random() * addresses.length)] ?? "", {
      method: "POST",
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(10_000),
    });

  async function untilAnswered(sent: SentBid): Promise<BidAnswer> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      let last: unknown = "no answer";
      try {
        const response = await send(sent);
        if (response.ok) return (await response.json()) as BidAnswer;
        last = `${response.status} ${await response.text()}`;
      } catch (error) {
        // Killed, or not up again yet.
        last = error;
      }
      if (performance.now() > until) throw new Error(`never answered: ${last}`);
      tally.retries += 1;
      await sleep(20 + Math.random() * 60);
    }
  }

  async function press(bidder: TestAuction["bidders"][number]): Promise<void> {
    for (let count = 0; !isStopping; count += 1) {
      const luck = Math.random();
      const kind = luck < 0.05 ? "SET_PROXY" : luck < 0.07 ? "DROP_PROXY" : "BID";
      const steps = luck < 0.5 ? 0n : BigInt(Math.floor(Math.random() * 9));
      const odd = luck > 0.93 ? 1n : 0n;
      const amount = minimum + steps * STEP + odd + (kind === "SET_PROXY" ? 20n * STEP : 0n);
      const sent: SentBid = {
        kind,
        auctionId: auction.auctionId,
        userId: bidder.actor.userId,
        clientKey: `hostile-${bidder.number}-${count}`,
        amountFen: amount.toString(),
        isConfirmed: false,
      };
      let answer = await untilAnswered(sent);
      if (answer.outcome === "CONFIRM") {
        answer = await untilAnswered({ ...sent, isConfirmed: true });
      }
      tally.acknowledged.push({ bidder: bidder.number, sent, answer });
      if (answer.minimumFen) minimum = BigInt(answer.minimumFen);
      await sleep(Math.random() * 30);
    }
  }

  async function intrude(): Promise<void> {
    while (!isStopping) {
      const amountFen = (minimum + STEP).toString();
      const sent = { kind: "BID", auctionId: auction.auctionId, clientKey: "intruder-1" } as const;
      const bid = { ...sent, userId: strangerId, amountFen, isConfirmed: true };
      const status = await send(bid)
        .then((response) => response.status)
        .catch(() => 0);
      if (status !== 0) tally.strangers.push(status);
      await sleep(200);
    }
  }

  let failed = false;
  const all = Promise.all([...auction.bidders.map(press), intrude()]).catch((error: unknown) => {
    failed = true;
    return error;
  });
  return {
    tally,
    hasFailed: () => failed,
    async stop() {
      isStopping = true;
      const error = await all;
      if (failed) throw error;
    },
  };
}
