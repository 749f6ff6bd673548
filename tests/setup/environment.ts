import fs from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { useTestClock } from "~/domain/shared/clock";

const { databaseUrl, meiliUrl, meiliKey, dataDir } = inject("services");

// A file before this one, in the same process, may have left its clock.
useTestClock(new Date()).restore();

/** Modules read the environment at first use: it must be complete before a test imports them. */
const worker = process.env.VITEST_POOL_ID ?? "1";
const files = path.join(dataDir, `worker-${worker}`);
fs.mkdirSync(files, { recursive: true });
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  APP_SECRET: "a secret for tests that is longer than 32 characters",
  APP_URL: "http://localhost:3000",
  DATABASE_URL: databaseUrl,
  MEILI_URL: meiliUrl,
  MEILI_KEY: meiliKey,
  MEILI_PREFIX: `w${worker}-`,
  DATA_DIR: files,
  DEMO: "1",
});
