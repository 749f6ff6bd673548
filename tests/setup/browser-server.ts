import fs from "node:fs";
import path from "node:path";
import { startMarket, waitUntilReady } from "./market-process.ts";
import { runFolder } from "./run-folder.ts";

/**
 * Starts the built market once for all browser tests, as an operator would, with an empty data folder
 * and the demo rows. E2E_DATA_DIR names the folder to tests that look inside.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = path.join(runFolder(), `grand-market-e2e-${process.pid}`);
  process.env.E2E_DATA_DIR = dataDir;
  const market = startMarket({
    PORT: process.env.E2E_PORT ?? "",
    DATA_DIR: dataDir,
    // All tests come from one address.
    RATE_LIMIT: "100000",
    AUTH_RATE_LIMIT: "10000",
    LOG_LEVEL: "error",
  });
  await waitUntilReady(market).catch((error: unknown) => {
    market.child.kill("SIGTERM");
    throw error;
  });
  return async () => {
    market.child.kill("SIGTERM");
    await market.end();
    fs.mkdirSync("test-results", { recursive: true });
    fs.writeFileSync("test-results/market.log", market.output());
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
