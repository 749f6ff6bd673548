import os from "node:os";
import { parseArgs } from "node:util";
import { TrainingRunning } from "#search/sync/lock";
import { systemActor } from "~/domain/identity/actor";
import { retrainVectors } from "~/domain/matching/retrain-vectors.server";
import { closeDb, getDb } from "~/platform/db.server";

/**
 * `npm run match:train-catalogue -- [--if-changed]`: continues the shipped word vectors on what the
 * market publishes, checks the result and puts it to work if it is no worse; the search index follows
 * by itself. With --if-changed only when a twentieth of the catalogue has changed since the last time.
 * The last line printed is one JSON object.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { "if-changed": { type: "boolean", default: false } } });
  // Minutes of one core: what people wait for comes first.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    const isForced = !values["if-changed"];
    const result = await retrainVectors({ isForced }, systemActor("matching.retrain"), getDb());
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } catch (error) {
    if (!(error instanceof TrainingRunning)) throw error;
    process.stdout.write(`${error.message}\n${JSON.stringify({ outcome: "running" })}\n`);
  } finally {
    await closeDb();
  }
}

await main();
