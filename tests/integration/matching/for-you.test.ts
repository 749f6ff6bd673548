import { expect, it } from "vitest";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { getForYou } from "~/domain/matching/for-you-queries.server";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { makeScene } from "./scene";
import { storeList } from "./stored-lists";

const t = useTestDb();

it("goes on after the last pair of a page, also when all of that page are answered meanwhile", async () => {
  const scene = await makeScene(t.db);
  const ids: string[] = [];
  for (let count = 0; count < 25; count += 1) {
    ids.push((await makeAchievement(t.db, scene.university.id)).id);
  }
  // Several are equally good.
  const entries = ids.map((id, index) => ({ id, related: 0.95 - Math.floor(index / 4) * 0.04 }));
  await storeList(t.db, "need", scene.need.id, entries);
  const page = { after: null as string | null, take: 20, isSeen: true };
  const first = await getForYou(scene.buyer, t.db, page);
  expect(first).toMatchObject({ total: 25, from: 1 });
  expect(first.items).toHaveLength(20);
  for (const { needId, achievementId } of first.items) {
    const answer = { answer: "NOT_NOW" as const, declineCode: null, note: "" };
    await answerMatch({ needId, achievementId, ...answer }, scene.buyer, t.db);
  }
  const second = await getForYou(scene.buyer, t.db, { ...page, after: first.next });
  expect(second).toMatchObject({ total: 5, from: 1, next: null });
  const seen = [...first.items, ...second.items].map((one) => one.achievementId);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(await t.db.matchShowing.count({ where: { surface: "DESK" } })).toBe(25);
  const beyond = await getForYou(scene.buyer, t.db, { ...page, after: "0.1_0_x_x" });
  expect(beyond).toMatchObject({ items: [], next: null });
});
