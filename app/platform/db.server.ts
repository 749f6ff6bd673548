import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#prisma/client/client";
import { env } from "./env.server";

/** The database client that use cases take. */
export type Db = PrismaClient;
/** A client inside a transaction. */
export type Tx = Prisma.TransactionClient;
/** Either; for reads that may run inside or outside a transaction. */
export type DbOrTx = Db | Tx;

/** Opens a client of its own; tests and commands close it with `$disconnect()`. */
export function createDb(url: string, poolSize: number): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize }) });
}

// Vite reloads modules in development; the pool must outlive them.
const holder = globalThis as typeof globalThis & { marketDb?: Db };

/** The process-wide client. */
export function getDb(): Db {
  holder.marketDb ??= createDb(env().DATABASE_URL, env().DATABASE_POOL);
  return holder.marketDb;
}

/** Closes the process-wide client at shutdown. */
export async function closeDb(): Promise<void> {
  await holder.marketDb?.$disconnect();
  holder.marketDb = undefined;
}
