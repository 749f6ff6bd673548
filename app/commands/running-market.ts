import fs from "node:fs";
import path from "node:path";

/**
 * Loaded before a command (`node --import tsx --import ./app/commands/running-market.ts …`): where no
 * DATABASE_URL is given, the command works on the market that runs with DATA_DIR.
 */
const file = path.resolve(process.env.DATA_DIR ?? ".data", "services.env");
if (!process.env.DATABASE_URL && fs.existsSync(file)) process.loadEnvFile(file);
