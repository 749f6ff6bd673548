import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { findPossibleDuplicates } from "~/domain/matching/find-possible-duplicates.server";
import { listMatchesForNeed } from "~/domain/matching/match-queries.server";
import { previewMatches } from "~/domain/matching/preview-matches.server";
import { resetEnv } from "~/platform/env.server";
import { forgetModel } from "~/platform/search.server";
import { makeDraft, needContent } from "../../factories/listings";
import { makeMember, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makePairScene } from "./pair-scene";

const t = useTestDb("file");
const DIMENSIONS = 16;
const received: string[] = [];
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { input } = JSON.parse(body) as { input: string[] };
    received.push(...input);
    const data = input.map((text, index) => ({
      index,
      embedding: Array.from({ length: DIMENSIONS }, (_, i) => 1 / (1 + ((text.length + i) % 7))),
    }));
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ data }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.EMBEDDING_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  process.env.EMBEDDING_DIMENSIONS = String(DIMENSIONS);
  resetEnv();
  forgetModel();
});

afterAll(async () => {
  delete process.env.EMBEDDING_URL;
  delete process.env.EMBEDDING_DIMENSIONS;
  resetEnv();
  forgetModel();
  await new Promise((resolve) => server.close(resolve));
});

it("sends nothing that is being written to an embedding address, and still finds counterparts", async () => {
  const scene = await makePairScene(t.db);
  expect(received.length).toBeGreaterThan(0);
  const organisation = await makeOrganisation(t.db, { kind: "ENTERPRISE" });
  const writer = await makeMember(t.db, organisation.id);
  const secret = "尚未公开的钠离子电池正极材料需求";
  const { id } = await makeDraft(t.db, writer, organisation.id, {
    kind: "need",
    content: needContent({ title: secret }),
  });
  received.length = 0;
  const kept = await t.db.textVector.count();
  const content = { background: "储能电站用层状氧化物正极材料，循环 2000 次。" };
  const view = await previewMatches({ kind: "need", id, content }, writer, t.db);
  expect(view.status).toBe("ok");
  await findPossibleDuplicates(await getListing(t.db, { kind: "need", id }), t.db);
  expect((await listMatchesForNeed(id, writer, t.db)).status).toBe("ok");
  expect(received).toEqual([]);
  expect(await t.db.textVector.count()).toBe(kept);
  expect(view.items.map((item) => item.id)).toContain(scene.battery);
});
