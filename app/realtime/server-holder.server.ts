import type { Server } from "socket.io";

// Vite reloads modules in development; the server outlives them.
const holder = globalThis as typeof globalThis & { marketSockets?: Server };

/** Remembers the process's socket server, of a web process or of a worker that only sends. */
export function holdServer(io: Server | undefined): void {
  if (io) holder.marketSockets = io;
  else delete holder.marketSockets;
}

/** The process's socket server, or undefined where none runs (commands, most tests). */
export function heldServer(): Server | undefined {
  return holder.marketSockets;
}
