import "./running-market";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { createDb } from "~/platform/db.server";

/**
 * `npm run audit:verify`: recomputes every hash of the audit record of the market that runs with
 * DATA_DIR, or of DATABASE_URL. Exit code 1 when the chain breaks.
 */
async function main(url: string): Promise<number> {
  const db = createDb(url, 2);
  try {
    const { events, headHash, fault } = await verifyChain(db);
    if (fault) {
      process.stdout.write(
        `The audit record breaks at event ${fault.sequence} (${fault.reason}); ${events} events before it are intact.\n`,
      );
      return 1;
    }
    process.stdout.write(`The audit record is intact: ${events} events, last hash ${headHash}.\n`);
    return 0;
  } finally {
    await db.$disconnect();
  }
}

const url = process.env.DATABASE_URL;
if (url) process.exitCode = await main(url);
else {
  process.stderr.write("No market found: start it, or set DATABASE_URL.\n");
  process.exitCode = 2;
}
