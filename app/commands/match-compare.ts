import { systemActor } from "~/domain/identity/actor";
import { compareRankers } from "~/domain/matching/compare-rankers.server";
import { createDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/**
 * `npm run match:compare`: measures every version of the ranker on what was judged and answered in the
 * market that runs with DATA_DIR, or in DATABASE_URL. Prints a table for people, then one JSON object.
 */
async function main(): Promise<void> {
  const db = createDb(env().DATABASE_URL, 2);
  try {
    const result = await compareRankers(systemActor("command"), db);
    const write = (line: string) => process.stdout.write(`${line}\n`);
    write(
      `${result.pairs} pairs of ${result.needs} needs: ${result.judgements} judgements, ` +
        `${result.answers} answers; ${result.withoutInputs} without stored inputs left out`,
    );
    const figure = (value: number | null) => (value === null ? "-" : value.toFixed(3));
    for (const row of result.rows) {
      const { difference } = row;
      write(
        `${row.version}${row.version === result.current ? " (at work)" : ""}: ` +
          `nDCG@10 ${figure(row.ndcg10.mean)} (${row.ndcg10.count} needs), ` +
          `AUC ${figure(row.auc.mean)} (${row.auc.count}), P@5 ${figure(row.p5.mean)} (${row.p5.count}), ` +
          `calibration error ${figure(row.calibrationError)}` +
          (difference
            ? `, nDCG@10 against the one at work ${figure(difference.mean)} ` +
              `[${figure(difference.low)}, ${figure(difference.high)}]`
            : ""),
      );
    }
    write(JSON.stringify(result));
  } finally {
    await db.$disconnect();
  }
}

await main();
