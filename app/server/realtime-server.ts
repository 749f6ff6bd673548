import type { Server as HttpServer } from "node:http";
import { createAdapter } from "@socket.io/postgres-adapter";
import pg from "pg";
import { Server as SocketServer } from "socket.io";

const MAX_MESSAGE_BYTES = 64 * 1024;
/** Messages over PostgreSQL's 8 kB limit pass through this table; outside Prisma's schema on purpose. */
const ATTACHMENTS = "realtime.socket_io_attachments";

export interface RealtimeServer {
  io: SocketServer;
  close(): Promise<void>;
}

/**
 * The socket server. `httpServer` is missing in a worker, which only sends. With `databaseUrl` several
 * processes share rooms through PostgreSQL.
 */
export async function createRealtimeServer(
  httpServer: HttpServer | undefined,
  databaseUrl: string | undefined,
): Promise<RealtimeServer> {
  const io = new SocketServer(httpServer, {
    serveClient: false,
    destroyUpgrade: false, // Vite's socket shares the port in development.
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: (req, callback) => callback(null, isSameHost(req.headers)),
  });
  const pool = databaseUrl ? await joinProcesses(io, databaseUrl) : undefined;
  return {
    io,
    async close() {
      io.disconnectSockets(true);
      await io.close().catch(() => {}); // Fails when the HTTP server is closed already.
      await pool?.end();
    },
  };
}

async function joinProcesses(io: SocketServer, databaseUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  pool.on("error", () => {}); // The adapter connects again by itself.
  await pool.query("CREATE SCHEMA IF NOT EXISTS realtime");
  await pool.query(
    `CREATE TABLE IF NOT EXISTS ${ATTACHMENTS} (
       id bigserial UNIQUE, created_at timestamptz DEFAULT now(), payload bytea)`,
  );
  io.adapter(createAdapter(pool, { tableName: ATTACHMENTS }));
  return pool;
}

/** A browser always says which site a socket comes from; other sites' pages are refused. */
function isSameHost(headers: { origin?: string; host?: string }): boolean {
  if (!headers.origin) return true;
  try {
    const { host, origin } = new URL(headers.origin);
    return host === headers.host || origin === process.env.APP_URL;
  } catch {
    return false;
  }
}
