import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { EngineUnavailable } from "#search/engine";
import { rankForNeed } from "#search/match/rank";
import { toStatistics } from "#search/match/statistics";
import { ensureIndexes } from "#search/sync/ensure";
import { loadModel } from "#search/sync/model-state";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { isModelOutdated } from "#search/sync/statistics";
import { ensureSearch } from "~/jobs/search/ensure.server";
import { resetEnv } from "~/platform/env.server";
import { logger } from "~/platform/logger.server";
import { forgetModel, matchSource, syncEngine } from "~/platform/search.server";
import { modelParts } from "~/platform/vectors.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, publishAchievement, publishNeed } from "./catalogue";

const t = useTestDb();
const DIMENSIONS = 16;

let server: http.Server;
let received: string[];
let answer: (input: string[]) => { status: number; body: unknown };

/** A vector that depends on which of a few words a text holds. */
function embed(text: string): number[] {
  const words = ["电池", "废水", "水稻", "焊接"];
  return Array.from({ length: DIMENSIONS }, (_, i) => (text.includes(words[i] ?? "无") ? 1 : 0.01));
}

beforeEach(async () => {
  received = [];
  answer = (input) => ({
    status: 200,
    body: { data: input.map((text, index) => ({ index, embedding: embed(text) })) },
  });
  server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { input } = JSON.parse(body) as { input: string[] };
      received.push(...input);
      const { status, body: json } = answer(input);
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  delete process.env.EMBEDDING_URL;
  delete process.env.EMBEDDING_DIMENSIONS;
  resetEnv();
  forgetModel();
  await new Promise((resolve) => server.close(resolve));
});

function useAddress(): void {
  process.env.EMBEDDING_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  process.env.EMBEDDING_DIMENSIONS = String(DIMENSIONS);
  resetEnv();
  forgetModel();
}

async function publishSome() {
  const owner = await makeOwner(t.db);
  const firm = await makeOwner(t.db, { kind: "ENTERPRISE" });
  const battery = await publishAchievement(t.db, owner, { title: "钠离子电池正极材料" });
  await publishAchievement(t.db, owner, { title: "高盐废水处理装置" });
  const need = await publishNeed(t.db, firm, { title: "寻求长寿命电池正极" });
  await ensureIndexes(t.db, syncEngine());
  await drainOutbox(t.db, syncEngine());
  return { battery, need };
}

it("takes vectors from the address, sends every text once and matches with them", async () => {
  const { battery, need } = await publishSome();
  expect(received).toEqual([]);
  useAddress();
  const engine = syncEngine();
  expect(await isModelOutdated(t.db, engine)).toBe(true);
  await rebuildIndexes(t.db, engine);
  expect((await loadModel(engine, "live")).source.dimensions).toBe(DIMENSIONS);
  expect(received).toHaveLength(3);
  await rebuildIndexes(t.db, engine);
  expect(received).toHaveLength(3);
  const subject = await loadMatchListing(t.db, "need", need, await loadReferences(t.db));
  if (!subject) throw new Error("need");
  const [best] = await rankForNeed(subject, await matchSource(new Date()));
  expect(best?.candidate.id).toBe(battery);
  expect(best?.inputs.meaning).toBeGreaterThan(0.9);
});

it("keeps the old index when the address fails or answers with another size", async () => {
  const { need } = await publishSome();
  useAddress();
  answer = () => ({ status: 503, body: {} });
  const engine = syncEngine();
  await expect(rebuildIndexes(t.db, engine)).rejects.toBeInstanceOf(EngineUnavailable);
  answer = (input) => ({
    status: 200,
    body: { data: input.map((_, index) => ({ index, embedding: [1, 2] })) },
  });
  await expect(rebuildIndexes(t.db, engine)).rejects.toBeInstanceOf(EngineUnavailable);
  const subject = await loadMatchListing(t.db, "need", need, await loadReferences(t.db));
  if (!subject) throw new Error("need");
  const matches = await rankForNeed(subject, await matchSource(new Date()));
  expect(matches.length).toBeGreaterThan(0);
});

it("comes back to the table of its own when the address is taken away", async () => {
  const { battery, need } = await publishSome();
  useAddress();
  const engine = syncEngine();
  await rebuildIndexes(t.db, engine);
  const { source, table } = await loadModel(engine, "live");
  delete process.env.EMBEDDING_URL;
  resetEnv();
  forgetModel();
  // Until then nothing is asked of an address, and the index keeps the size of its vectors.
  const silent = modelParts.source(source.version, table);
  expect(silent).toMatchObject({ version: source.version, dimensions: DIMENSIONS });
  const statistics = toStatistics(table.prior);
  expect(await silent.encode([{ title: "电池", text: "" }], statistics)).toEqual([null]);

  await ensureSearch({}, { db: t.db, logger });
  expect((await loadModel(engine, "live")).source.version).toBe(table.version);
  const subject = await loadMatchListing(t.db, "need", need, await loadReferences(t.db));
  if (!subject) throw new Error("need");
  const [best] = await rankForNeed(subject, await matchSource(new Date()));
  expect(best?.candidate.id).toBe(battery);
});
