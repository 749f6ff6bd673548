import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import type { Server as SocketServer } from "socket.io";
import type { ViteDevServer } from "vite";
import { StartError } from "./friendly-errors.ts";

export interface RunningJobs {
  isWorking(): boolean;
  stop(): Promise<void>;
}

/** What the built application offers to the server; exported as `runtime` from app/entry.server.tsx. */
export interface MarketRuntime {
  startJobs(): Promise<RunningJobs>;
  attachRealtime(io: SocketServer): Promise<void>;
  checkHealth(): Promise<Record<string, { ok: boolean; detail?: string }>>;
  close(): Promise<void>;
  logger: Logger;
}

export interface AppBuild {
  build: ServerBuild | (() => Promise<ServerBuild>);
  runtime: MarketRuntime;
}

/** The built application. It must not be imported before the environment is complete. */
export async function loadBuild(): Promise<AppBuild> {
  const file = pathToFileURL(path.resolve("build/server/index.js")).href;
  const build = (await import(file)) as ServerBuild;
  return { build, runtime: runtimeOf(build) };
}

/** The same from Vite: every request gets the newest sources. */
export async function loadDevBuild(vite: ViteDevServer): Promise<AppBuild> {
  const load = async () =>
    (await vite.ssrLoadModule("virtual:remix/server-build")) as unknown as ServerBuild;
  return { build: load, runtime: runtimeOf(await load()) };
}

function runtimeOf(build: ServerBuild): MarketRuntime {
  const { runtime } = build.entry.module as unknown as { runtime?: MarketRuntime };
  if (!runtime)
    throw new StartError("The build is not complete. Delete `build`, then start again.");
  return runtime;
}
