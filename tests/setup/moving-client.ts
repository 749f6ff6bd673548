import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaClient } from "#prisma/client/client";
import type { Db } from "~/platform/db.server";

/** A client of the process that moves from database to database. */
export interface MovingClient {
  db: Db;
  /** Connects to another database; what was open to the former is closed. */
  moveTo(url: string, poolSize: number): Promise<void>;
  /** Closes what is open to the present one. */
  leave(): Promise<void>;
}

/**
 * A Prisma client costs some 0.2 s of a core to make, and compiles each query at its first use. Tests
 * have a database each: one client that moves on keeps what it has compiled.
 */
export function createMovingClient(): MovingClient {
  let present: SqlDriverAdapter | undefined;
  const here = () => {
    if (!present) throw new Error("no test database is open");
    return present;
  };
  const adapter: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    queryRaw: (query) => here().queryRaw(query),
    executeRaw: (query) => here().executeRaw(query),
    executeScript: (script) => here().executeScript(script),
    startTransaction: (isolation) => here().startTransaction(isolation),
    getConnectionInfo: () => here().getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: async () => {},
  };
  const factory: SqlDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => adapter,
  };
  const leave = async () => {
    const former = present;
    present = undefined;
    await former?.dispose();
  };
  return {
    db: new PrismaClient({ adapter: factory }),
    leave,
    async moveTo(url, max) {
      await leave();
      present = await new PrismaPg({ connectionString: url, max }).connect();
    },
  };
}
