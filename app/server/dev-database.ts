import path from "node:path";
import { lockDataFolder, prepareDataFolder, readOrCreateSecret } from "./data-folder.ts";
import { startEmbeddedMeilisearch } from "./embedded-meilisearch.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

/**
 * Starts PostgreSQL and Meilisearch alone, for developers:
 *   DATA_DIR=.data node --import tsx app/server/dev-database.ts
 * prints the settings as shell lines and stays until it is stopped.
 */
const dataDir = prepareDataFolder(process.env.DATA_DIR ?? ".data");
const unlock = lockDataFolder(dataDir);
const [postgres, meilisearch] = await Promise.all([
  startEmbeddedPostgres({ dataDir }),
  startEmbeddedMeilisearch({ dataDir }),
]);
const lines = [
  `DATABASE_URL='${postgres.url}'`,
  `MEILI_URL='${meilisearch.url}'`,
  `MEILI_KEY='${meilisearch.key}'`,
  `APP_SECRET='${readOrCreateSecret(path.join(dataDir, "secret"))}'`,
  `DATA_DIR='${dataDir}'`,
];
process.stdout.write(`${lines.join("\n")}\n`);

async function stop() {
  await Promise.all([postgres.stop(), meilisearch.stop()]);
  unlock();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
