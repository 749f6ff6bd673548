import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { publishTranscript } from "~/domain/bidding/publish-transcript.server";
import { tickAuction } from "~/domain/bidding/tick-auction.server";
import { findTranscriptText } from "~/domain/bidding/transcript-queries.server";
import type { Transcript } from "~/domain/bidding/transcript-rules";
import { type Verdict, verifyTranscript } from "~/domain/bidding/verify-transcript-rules";
import { systemActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { findFreePort } from "../../app/server/local-process.ts";
import { openAuction } from "../factories/auctions";
import { makeTrader } from "../factories/lots";
import { type HostileTally, startHostileBidders } from "./hostile-bidders";

export type HostileOutcome = {
  tally: HostileTally;
  kills: number;
  transcript: Transcript;
  verdict: Verdict;
  seconds: number;
  /** What an acknowledged request has got in the database, by bidder and key. */
  receipts: Map<string, unknown>;
};

/** `extensionSeconds` has to outlast a restart of both processes, or the run ends under the kills. */
const rulesWith = (extensionSeconds: number) =>
  ({
    ...EXAMPLE_RULES.ASCENDING,
    freeSeconds: 3 * extensionSeconds,
    closing: { kind: "SOFT", softCloseSeconds: 60, extensionSeconds },
    jumpConfirmSteps: 6,
    refusedPerMinute: 600,
  }) as const;

/**
 * Many bidders at once while the two processes that take their bids are killed and started again, now
 * and then both at once. The run ends of itself when the bidders stop; then its transcript is published
 * and verified.
 */
export async function runHostileBidding(
  db: Db,
  {
    bidders,
    kills,
    extensionSeconds = 5,
  }: { bidders: number; kills: number; extensionSeconds?: number },
): Promise<HostileOutcome> {
  const begun = performance.now();
  const stranger = await makeTrader(db);
  const ports = [await findFreePort(), await findFreePort()];
  const addresses = ports.map((port) => `http://127.0.0.1:${port}/`);
  const servers = await Promise.all(ports.map(startProcess));
  const restart = async (at: number) => {
    servers[at]?.kill("SIGKILL");
    servers[at] = await startProcess(ports[at] ?? 0);
  };
  const auction = await openAuction({ db }, { bidders, rules: rulesWith(extensionSeconds) });
  const { tally, stop, hasFailed } = startHostileBidders(auction, stranger.actor.userId, addresses);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const before = tally.acknowledged.length;
      await sleep(150 + Math.random() * 500);
      // Killed in full work only: some bids have been answered since the last time.
      while (tally.acknowledged.length === before && !hasFailed()) await sleep(20);
      const victims = kill % 3 === 2 ? [0, 1] : [kill % 2];
      await Promise.all(victims.map(restart));
    }
    await sleep(300);
    await stop();
  } finally {
    for (const server of servers) server.kill("SIGKILL");
  }
  for (let wait = await tickAuction(auction.auctionId, db); wait !== null; ) {
    await sleep(Math.min(wait, 500));
    wait = await tickAuction(auction.auctionId, db);
  }
  await publishTranscript(auction.auctionId, systemActor("test"), db);
  const text = (await findTranscriptText(db, auction.number)) ?? "";
  const rows = await db.bidReceipt.findMany({ where: { auctionId: auction.auctionId } });
  return {
    tally,
    kills,
    transcript: JSON.parse(text) as Transcript,
    verdict: await verifyTranscript(text, null),
    seconds: (performance.now() - begun) / 1000,
    receipts: new Map(rows.map((row) => [`${row.bidderNumber} ${row.clientKey}`, row.answer])),
  };
}

async function startProcess(port: number): Promise<ChildProcess> {
  const args = ["--import", "tsx", "tests/setup/bidding-process.ts", String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  for (let wait = 0; wait < 1500; wait += 1) {
    if (child.exitCode !== null) throw new Error("the bidding process ended by itself");
    const isUp = await fetch(`http://127.0.0.1:${port}/`)
      .then((response) => response.ok)
      .catch(() => false);
    if (isUp) return child;
    await sleep(20);
  }
  throw new Error("the bidding process did not start");
}

/** What is promised whatever happens; empty when it was kept. */
export function findBreaches({ tally, transcript, verdict, receipts }: HostileOutcome): string[] {
  const breaches: string[] = [];
  const { events } = transcript;
  const bids = events.filter((one) => one.kind === "BID").length;
  if (bids < 10) breaches.push(`only ${bids} bids: nothing was tried`);
  if (!verdict.isValid) breaches.push(`transcript refused: ${verdict.failed} ${verdict.sequence}`);
  const accepted = new Set<number>();
  for (const { bidder, sent, answer } of tally.acknowledged) {
    const key = `${bidder} ${sent.clientKey}`;
    if (answer.sequence === null) continue;
    if (JSON.stringify(sorted(receipts.get(key))) !== JSON.stringify(sorted(answer))) {
      breaches.push(`${key}: answered otherwise than recorded`);
    }
    const event = events[answer.sequence - 1];
    if (!event || !("bidder" in event) || event.bidder !== bidder) {
      breaches.push(`${key}: acknowledged, and not in the record`);
      continue;
    }
    if (answer.outcome !== "ACCEPTED" || sent.kind !== "BID") continue;
    accepted.add(event.sequence);
    const isSame = event.kind === "BID" && event.amountFen === sent.amountFen;
    if (!isSame) breaches.push(`${key}: acknowledged, and recorded otherwise`);
  }
  let best = 0n;
  for (const event of events) {
    if (event.kind !== "BID") continue;
    const amount = BigInt(event.amountFen);
    if (amount <= best || amount % 1000n !== 0n) breaches.push(`bid ${event.sequence} is unsound`);
    if (event.way === "OPEN" && !accepted.has(event.sequence)) {
      breaches.push(`bid ${event.sequence} was nobody's`);
    }
    best = amount;
  }
  if (tally.strangers.some((status) => status !== 403)) breaches.push("a stranger was not refused");
  return breaches;
}

const sorted = (value: unknown) =>
  Object.entries((value ?? {}) as object).sort(([a], [b]) => (a < b ? -1 : 1));

/** The course of it in a few lines. */
export function hostileLog(outcome: HostileOutcome, breaches: readonly string[]): string {
  const { tally, transcript, verdict, kills, seconds } = outcome;
  const ofKind = (kind: string) => transcript.events.filter((one) => one.kind === kind).length;
  const won = verdict.isValid && verdict.result.outcome === "WON" ? verdict.result : null;
  return [
    `hostile bidding: ${kills} kills in ${seconds.toFixed(1)} s, ${tally.acknowledged.length} requests answered, ${tally.retries} sent again`,
    `record: ${transcript.events.length} events, ${ofKind("BID")} bids, ${ofKind("REFUSED")} refusals, ${ofKind("EXTENDED")} extensions, ${tally.strangers.length} strangers turned away`,
    `verifier: ${verdict.isValid ? "green" : "RED"}; winner: bidder ${won?.bidder ?? "none"} at ${won?.amountFen ?? "-"} fen`,
    breaches.length === 0 ? "promises kept" : `BROKEN: ${breaches.slice(0, 10).join("; ")}`,
  ].join("\n");
}
