import { expect, it } from "vitest";
import { useTestDb } from "../setup/database";
import { findBreaches, hostileLog, runHostileBidding } from "../setup/hostile-bidding";

const t = useTestDb("file");

// The long form, 20 kills: `node --import tsx bench/hostile-bidding.ts`.
it("50 bidders at once, the process killed under them: no acknowledged bid is lost", {
  timeout: 120_000,
}, async () => {
  const outcome = await runHostileBidding(t.db, { bidders: 50, kills: 3 });
  const breaches = findBreaches(outcome);
  // biome-ignore lint/suspicious/noConsole: of a test's output the runner shows only this way
  console.info(hostileLog(outcome, breaches));
  expect(breaches).toEqual([]);
  expect(outcome.tally.acknowledged.length).toBeGreaterThan(50);
});
