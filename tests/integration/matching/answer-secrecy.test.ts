import { expect, it } from "vitest";
import { exportPersonalData } from "~/domain/identity/export-personal-data.server";
import { exportFile } from "~/domain/imports/export-file.server";
import { exportListings } from "~/domain/imports/export-listings.server";
import { fieldsOf } from "~/domain/imports/import-field-rules";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { getForYou } from "~/domain/matching/for-you-queries.server";
import { getMatchPanel, getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import { readListing, readListings } from "~/http/api/listing-resources.server";
import { useTestDb } from "../../setup/database";
import { makeScene } from "./scene";
import { storeList } from "./stored-lists";

const t = useTestDb();
const NOTE = "只给自己看的补充说明";

it("a refusal reaches the other side as a number: no note, no reason, no name, on no way out", async () => {
  const scene = await makeScene(t.db, { need: true });
  await storeList(t.db, "need", scene.need.id, [{ id: scene.achievement.id, related: 0.9 }]);
  await storeList(t.db, "achievement", scene.achievement.id, [{ id: scene.need.id, related: 0.9 }]);
  const pair = { needId: scene.need.id, achievementId: scene.achievement.id };
  const refusal = { answer: "NOT_FOR_US" as const, declineCode: "PRICE" as const, note: NOTE };
  await answerMatch({ ...pair, ...refusal }, scene.buyer, t.db);

  const { supplier, achievement, university } = scene;
  const columns = fieldsOf("ACHIEVEMENT").map((key) => ({ key, heading: key }));
  const own = { scope: "own", organisationId: university.id } as const;
  const file = exportFile(exportListings(t.db, "achievement", own), columns, "jsonl");
  const panel = await getMatchPanel("achievement", achievement.id, supplier, t.db);
  const desk = await getOwnerMatches("achievement", achievement.id, supplier, t.db);
  const ways = {
    panel,
    desk,
    forYou: await getForYou(supplier, t.db, { after: null, take: 20, isSeen: true }),
    visitor: await getMatchPanel("need", scene.need.id, null, t.db),
    export: await new Response(file).text(),
    personal: await exportPersonalData(supplier, t.db),
    listing: await readListing("achievement", achievement.id, t.db),
    listings: await readListings("achievement", new URLSearchParams(), t.db),
    notifications: await t.db.notification.findMany({ where: { userId: supplier.userId } }),
  };
  const text = (value: unknown) =>
    JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one));
  expect(desk.statistics).toEqual({ interested: 0, declined: 1, reasons: null });
  for (const [way, value] of Object.entries(ways)) {
    expect(text(value), way).not.toContain(NOTE);
    expect(text(value), way).not.toContain('"PRICE"');
    expect(text(value), way).not.toContain("测试电池有限公司");
  }
  expect(text(await exportPersonalData(scene.buyer, t.db))).toContain(NOTE);
});
