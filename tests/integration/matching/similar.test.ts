import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { findPossibleDuplicates } from "~/domain/matching/find-possible-duplicates.server";
import { listSimilar } from "~/domain/matching/list-similar.server";
import { forgetRankings } from "~/domain/matching/ranking-memory.server";
import { resetEnv } from "~/platform/env.server";
import { makeDraft, needContent } from "../../factories/listings";
import { useTestDb } from "../../setup/database";
import { publishAchievement, publishNeed, withdrawAchievement } from "../search/catalogue";
import { indexAll, makePairScene } from "./pair-scene";

const t = useTestDb("file");
let scene: Awaited<ReturnType<typeof makePairScene>>;
let copied = "";

const TEXT =
  "现用层状氧化物正极材料循环衰减快，要求用于储能电站时循环 2000 次以上，容量保持率不低于 85%，" +
  "批次间比容量偏差小于 3%，可耐受 55% 湿度匀浆，年用量约两百吨，需提供公斤级样品和第三方检测报告。";
/** The same sentences in another order under another heading. */
const REORDERED =
  "年用量约两百吨，需提供公斤级样品和第三方检测报告。批次间比容量偏差小于 3%，可耐受 55% 湿度匀浆；" +
  "现用层状氧化物正极材料循环衰减快，要求用于储能电站时循环 2000 次以上，容量保持率不低于 85%。";

beforeAll(async () => {
  scene = await makePairScene(t.db);
  copied = await publishNeed(
    t.db,
    { organisationId: scene.university.id, userId: scene.supplier.userId },
    { title: "储能用正极", background: TEXT },
  );
  await indexAll(t.db);
});
afterEach(() => forgetRankings());

describe("listSimilar", () => {
  it("shows listings of the same kind, of anybody, without a blinded name", async () => {
    const similar = await listSimilar("achievement", { id: scene.battery, versionNumber: 1 }, t.db);
    const ids = similar.items.map((item) => item.id);
    expect(ids).toContain(scene.blinded);
    expect(ids).not.toContain(scene.battery);
    expect(ids.length).toBeLessThanOrEqual(4);
    expect(JSON.stringify(similar)).not.toContain("不愿透露");
    expect(similar.items.find((item) => item.id === scene.blinded)?.words.length).toBeGreaterThan(
      0,
    );
  });

  it("leaves out what was withdrawn after it was ranked", async () => {
    const gone = await publishAchievement(
      t.db,
      { organisationId: scene.university.id, userId: scene.supplier.userId },
      {
        title: "钠离子电池层状氧化物正极材料放大",
        description: "层状氧化物正极材料，用于储能电站。",
      },
    );
    await indexAll(t.db);
    const listing = { id: scene.battery, versionNumber: 1 };
    const ids = async () =>
      (await listSimilar("achievement", listing, t.db)).items.map((item) => item.id);
    expect(await ids()).toContain(gone);
    await withdrawAchievement(t.db, gone);
    expect(await ids()).not.toContain(gone);
  });

  it("is empty while the search engine is away", async () => {
    await withoutEngine(async () => {
      const similar = await listSimilar("need", { id: scene.need, versionNumber: 1 }, t.db);
      expect(similar.items).toEqual([]);
    });
  });
});

async function draftOf(title: string, background: string) {
  const content = needContent({ title, background, summary: "", keywords: [], targets: [] });
  const { id } = await makeDraft(t.db, scene.buyer, scene.firm.id, { kind: "need", content });
  return getListing(t.db, { kind: "need", id });
}

describe("findPossibleDuplicates", () => {
  it("finds a text put in another order under another title, of another organisation", async () => {
    const found = await findPossibleDuplicates(await draftOf("征集长循环材料", REORDERED), t.db);
    expect(found.find((one) => one.id === copied)).toMatchObject({ isOwn: false });
  });

  it("finds an equal title whatever its width and punctuation", async () => {
    const listing = await draftOf("「寻求长寿命钠离子电池正极材料」！", "");
    const found = await findPossibleDuplicates(listing, t.db);
    expect(found.map((one) => one.id)).toContain(scene.need);
  });

  it("does not take a listing for its own duplicate, nor another thing for the same", async () => {
    const listing = await getListing(t.db, { kind: "need", id: copied });
    expect((await findPossibleDuplicates(listing, t.db)).map((one) => one.id)).not.toContain(
      copied,
    );
    const other = await draftOf("压铸件气孔率降低", "铝合金压铸后 X 光检测气孔率约 3%，返修多。");
    expect((await findPossibleDuplicates(other, t.db)).map((one) => one.id)).not.toContain(copied);
  });

  it("still asks the database while the search engine is away", async () => {
    const listing = await draftOf("寻求长寿命钠离子电池正极材料", "");
    await withoutEngine(async () => {
      const found = await findPossibleDuplicates(listing, t.db);
      expect(found.map((one) => one.id)).toContain(scene.need);
    });
  });
});

async function withoutEngine(during: () => Promise<void>) {
  const url = process.env.MEILI_URL;
  process.env.MEILI_URL = "http://127.0.0.1:9";
  resetEnv();
  try {
    await during();
  } finally {
    process.env.MEILI_URL = url;
    resetEnv();
  }
}
