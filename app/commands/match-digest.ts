import { parseArgs } from "node:util";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { createDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/**
 * `npm run match:digest -- [--daily] [--to ADDRESS]`: has the running market send its digests of matches
 * now, to everybody or to one person. Who has had one in this period gets no other.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { daily: { type: "boolean", default: false }, to: { type: "string" } },
  });
  const frequency = values.daily ? ("DAILY" as const) : ("WEEKLY" as const);
  const db = createDb(env().DATABASE_URL, 2);
  try {
    const reader = values.to
      ? await db.user.findUnique({ where: { email: values.to }, select: { id: true } })
      : null;
    if (values.to && !reader) throw new Error(`nobody has the address ${values.to}`);
    const payload = { frequency, ...(reader ? { userId: reader.id } : {}) };
    await inTransaction(db, (tx) => enqueueJob(tx, "matching.digest", payload));
    process.stdout.write(`the ${frequency.toLowerCase()} digests of matches are on their way\n`);
  } finally {
    await db.$disconnect();
  }
}

await main();
