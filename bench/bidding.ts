import { withBenchDatabase } from "./bench-database.ts";

/**
 * node --import tsx bench/bidding.ts [bids]   (default 4000)
 *
 * Accepted bids on one hot lot by 50 bidders at once, against as many bare transactions of one row each
 * on the same database, over as many connections; p50 and p99 of one bid; and the time in which a record
 * of 10,000 events is replayed and a transcript of the measured run is verified.
 */
const total = Number(process.argv[2] ?? 4000);
const CONCURRENT = 50;
const CONNECTIONS = 5;

const print = (text: string) => process.stdout.write(`${text}\n`);
const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs numbered work, 50 at once, and returns its seconds and the milliseconds of each. */
async function hammer(work: (count: number, worker: number) => Promise<void>) {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const one = async (worker: number) => {
    while (next < total) {
      const count = next++;
      const at = performance.now();
      await work(count, worker);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, (_, worker) => one(worker)));
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, times: times.sort((a, b) => a - b) };
}

await withBenchDatabase(async (url) => {
  const { Pool } = (await import("pg")).default;
  const { createDb } = await import("../app/platform/db.server");
  const { placeBid } = await import("../app/domain/bidding/place-bid.server");
  const { EXAMPLE_RULES, playAuction } = await import("../app/domain/bidding/example-auctions");
  const { replay } = await import("../app/domain/bidding/replay-rules");
  const { openAuction, clientKey } = await import("../tests/factories/auctions");

  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query("CREATE TABLE bare (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n int)");
  const bareRun = () =>
    hammer(async (count) => {
      await pool.query("INSERT INTO bare (n) VALUES ($1)", [count]);
    });

  const db = createDb(url, CONNECTIONS);
  const rules = { ...EXAMPLE_RULES.ASCENDING, freeSeconds: 86_400 };
  const auction = await openAuction({ db }, { bidders: CONCURRENT, rules });
  let accepted = 0;
  const bidRun = (base: bigint) =>
    hammer(async (count, worker) => {
      const actor = auction.bidders[worker]?.actor;
      if (!actor) throw new Error("no such bidder");
      const amountFen = base + BigInt(count) * 1000n;
      const { auctionId } = auction;
      const answer = await placeBid({ auctionId, amountFen, clientKey: clientKey() }, actor, db);
      if (answer.outcome === "ACCEPTED") accepted += 1;
    });

  // Once to warm up, then in turns, so that both meet the same machine.
  await bareRun();
  await bidRun(1_000_000n);
  const figures = { bare: 0, bids: 0, p50: 0, p99: 0 };
  const ROUNDS = 3;
  accepted = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bare = await bareRun();
    const bids = await bidRun(1_000_000n * BigInt(10 * round));
    figures.bare += total / bare.seconds / ROUNDS;
    figures.bids += total / bids.seconds / ROUNDS;
    figures.p50 += quantile(bids.times, 0.5) / ROUNDS;
    figures.p99 += quantile(bids.times, 0.99) / ROUNDS;
  }
  const share = accepted / (total * ROUNDS);
  print(`bare transactions of one row: ${figures.bare.toFixed(0)}/s`);
  print(
    `bids answered on one lot: ${figures.bids.toFixed(0)}/s, ${(share * 100).toFixed(1)} % accepted`,
  );
  const acceptedRate = figures.bids * share;
  print(
    `accepted bids ${acceptedRate.toFixed(0)}/s, ratio ${(acceptedRate / figures.bare).toFixed(2)} (aim: at least 0.5)`,
  );
  print(`one bid: p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms`);
  await db.$disconnect();
  await pool.end();

  const played = playAuction({ ...rules, refusedPerMinute: 600 }, CONCURRENT);
  for (let bid = 0; played.events.length < 9990; bid += 1) {
    played.bid(1 + bid / 100, (bid % CONCURRENT) + 1, 100_000 + bid * 1000);
  }
  played.finish();
  const begun = performance.now();
  const again = replay(played.events);
  const replayMs = performance.now() - begun;
  print(
    `replay of ${played.events.length} events: ${replayMs.toFixed(0)} ms, ${again.isSame ? "the same" : "DIFFERENT"}`,
  );
});
