import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { createRealtimeServer } from "../app/server/realtime-server.ts";

/** What a process of bench/stage.ts is asked. */
export type StageTask =
  | { kind: "open"; isMaker: boolean }
  | { kind: "make" }
  | { kind: "connect"; ports: number[]; each: number; roadshowId: string; placeId: string }
  | { kind: "listen"; way: Way }
  | { kind: "send"; way: Way; turn: number };

export type StageTold =
  | { kind: "opened"; port: number }
  | { kind: "made"; roadshowId: string; placeId: string }
  | { kind: "connected" }
  | { kind: "listening" }
  /** When each watcher had the message. */
  | { kind: "heard"; at: number[] }
  | { kind: "sent"; startedAt: number; committedAt: number };

type Way = "ours" | "bare";

const tell = (told: StageTold) => process.send?.(told);
/** Milliseconds since 1970 with fractions; the same in every process of the machine. */
const now = () => performance.timeOrigin + performance.now();

if (process.argv[2] === "server") await serve();
else if (process.argv[2] === "audience") listen();

async function serve(): Promise<void> {
  const { createDb } = await import("../app/platform/db.server");
  const { attachRealtime } = await import("../app/realtime/attach.server");
  const { dayAt } = await import("../tests/factories/roadshow-day");
  const { controlStage } = await import("../app/domain/roadshows/day/control-stage.server");
  const { onRoadshowNews } = await import("../app/domain/roadshows/day/roadshow-news.server");
  const url = process.env.DATABASE_URL ?? "";
  const db = createDb(url, 6);
  (globalThis as typeof globalThis & { marketDb?: typeof db }).marketDb = db;
  const http = createServer();
  const { io: server } = await createRealtimeServer(http, url);
  let news: unknown = null;
  let committedAt = 0;
  // Before the sockets' own listener, which sends at once.
  onRoadshowNews((one) => {
    if (one.kind !== "STAGE") return;
    committedAt = now();
    news = one.board;
  });
  attachRealtime(server, async () => null);
  const bare = server.of("/bare");
  bare.on("connection", (socket) => void socket.join("room"));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));

  let day: Awaited<ReturnType<typeof dayAt>> | undefined;
  let revision = 0;
  process.on("message", async (task: StageTask) => {
    if (task.kind === "open") {
      tell({ kind: "opened", port: (http.address() as AddressInfo).port });
    } else if (task.kind === "make") {
      day = await dayAt({ db }, { projects: 12 });
      const { roadshow, placeId } = day;
      tell({ kind: "made", roadshowId: roadshow.id, placeId });
    } else if (task.kind === "send" && day) {
      const startedAt = now();
      if (task.way === "ours") {
        const target = { roadshowId: day.roadshow.id, placeId: day.placeId, revision };
        const intent = revision === 0 || revision % 2 === 0 ? "talk" : "qa";
        revision = (await controlStage(target, { intent }, day.organiser, db)).revision;
        tell({ kind: "sent", startedAt, committedAt });
      } else {
        const sentAt = now();
        bare.to("room").emit("news", news ?? { turn: task.turn });
        tell({ kind: "sent", startedAt, committedAt: sentAt });
      }
    }
  });
}

function listen(): void {
  const sockets: Record<Way, Socket[]> = { ours: [], bare: [] };
  let heard: number[] = [];
  let waitsFor: Way | null = null;
  const hear = (way: Way) => () => {
    if (waitsFor !== way) return;
    heard.push(now());
    if (heard.length < sockets[way].length) return;
    waitsFor = null;
    tell({ kind: "heard", at: heard });
  };
  const open = (address: string, way: Way) =>
    new Promise<void>((resolve, reject) => {
      const socket = io(address, { transports: ["websocket"], forceNew: true });
      sockets[way].push(socket);
      socket.on("connect", () => resolve());
      socket.on("connect_error", reject);
      socket.on(way === "ours" ? "stage" : "news", hear(way));
    });
  process.on("message", async (task: StageTask) => {
    if (task.kind === "connect") {
      for (const port of task.ports) {
        for (let at = 0; at < task.each; at += 50) {
          const some = Array.from({ length: Math.min(50, task.each - at) });
          await Promise.all(
            some.flatMap(() => [
              open(`http://127.0.0.1:${port}/roadshows`, "ours"),
              open(`http://127.0.0.1:${port}/bare`, "bare"),
            ]),
          );
        }
      }
      for (const socket of sockets.ours) {
        const { roadshowId, placeId } = task;
        const standing: unknown = await socket.emitWithAck("join", { roadshowId, placeId });
        if (!standing) throw new Error("a watcher was not let in");
      }
      tell({ kind: "connected" });
    } else if (task.kind === "listen") {
      heard = [];
      waitsFor = task.way;
      tell({ kind: "listening" });
    }
  });
}
