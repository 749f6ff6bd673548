import { afterEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { changePreferences } from "~/domain/notifications/change-preferences.server";
import { useTestClock } from "~/domain/shared/clock";
import { sendMatchDigests } from "~/jobs/matching/digest.server";
import { resetEnv } from "~/platform/env.server";
import { logger } from "~/platform/logger.server";
import { makeMember, makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { withdrawAchievement } from "../search/catalogue";
import { makeScene, type Scene } from "./scene";
import { storeList } from "./stored-lists";

const t = useTestDb();
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const defaults = {
  mail: "INSTANT" as const,
  matchMail: "WEEKLY" as const,
  quietFrom: null,
  quietTo: null,
  nonPersonal: false,
};
const run = (frequency: "DAILY" | "WEEKLY" = "WEEKLY", userId?: string) =>
  sendMatchDigests({ frequency, ...(userId ? { userId } : {}) }, { db: t.db, logger });
const mails = () =>
  t.db.outboundMessage.findMany({
    orderBy: { recipient: "asc" },
    select: { recipient: true, subject: true, text: true, html: true },
  });
const mailTo = async (actor: UserActor) =>
  (await mails()).filter((mail) => mail.recipient === actor.email);

/** A scene whose two listings name each other, as after a nightly refresh. */
async function makeMatchedScene(blinded: { achievement?: boolean; need?: boolean } = {}) {
  const scene = await makeScene(t.db, blinded);
  await storeList(t.db, "need", scene.need.id, [{ id: scene.achievement.id, related: 0.9 }]);
  await storeList(t.db, "achievement", scene.achievement.id, [{ id: scene.need.id, related: 0.9 }]);
  return scene;
}

const showings = (scene: Scene) =>
  t.db.matchShowing.findMany({
    where: { userId: scene.buyer.userId },
    orderBy: { position: "asc" },
  });

describe("the digest of matches", () => {
  it("tells each side of its new pairs once, with links that answer, why, and by what it was chosen", async () => {
    const scene = await makeMatchedScene();
    await run();
    const [mail] = await mailTo(scene.buyer);
    expect((await mails()).map((one) => one.recipient)).toEqual(
      [scene.buyer.email, scene.supplier.email].sort(),
    );
    expect(mail?.subject).toBe("科技大市场：为您找到 1 个新的对接对象");
    for (const words of [
      ...[scene.achievement.title, `您的需求：${scene.need.title}`, "测试大学"],
      ...["?answer=INTERESTED", "?answer=NOT_NOW", "?answer=NOT_FOR_US", "?about=matches"],
      ...["测试电池有限公司有发布权限", "排序器 stored-test", "每周一封", "通知设置"],
    ]) {
      expect(mail?.text).toContain(words);
    }
    expect(mail?.html).toContain("answer=INTERESTED");
    expect(mail?.text).not.toContain("undefined");
    const digest = await t.db.matchDigest.findFirstOrThrow({
      where: { userId: scene.buyer.userId },
    });
    expect(digest).toMatchObject({ frequency: "WEEKLY", isPersonal: true });
    expect(await showings(scene)).toMatchObject([
      {
        ...{ surface: "DIGEST", digestId: digest.id, side: "DEMAND", position: 1 },
        ...{ organisationId: scene.firm.id, rankerVersion: "stored-test", related: 0.9 },
      },
    ]);

    await run();
    testClock = useTestClock(new Date(Date.now() + 7 * DAY_MS));
    await run();
    expect(await mails()).toHaveLength(2);
  });

  it("is one digest when two workers send at once", async () => {
    const scene = await makeMatchedScene();
    await Promise.all([run(), run(), run()]);
    expect(await mailTo(scene.buyer)).toHaveLength(1);
    expect(await t.db.matchDigest.count()).toBe(2);
  });

  it("has the best eight, spread over the listings, and the next ones a week later", async () => {
    const scene = await makeMatchedScene();
    const second = await makeNeed(t.db, scene.firm.id, { title: "另一项需求" });
    const others = [];
    for (let count = 0; count < 11; count += 1) {
      others.push(await makeAchievement(t.db, scene.university.id, { title: `成果第${count}号` }));
    }
    const related = others.map(({ id }, index) => ({ id, related: 0.95 - index * 0.01 }));
    await storeList(t.db, "need", scene.need.id, related);
    const only = others.at(-1);
    await storeList(t.db, "need", second.id, [{ id: only?.id ?? "", related: 0.7 }]);
    for (const { id } of others) await storeList(t.db, "achievement", id, []);
    await run("WEEKLY", scene.buyer.userId);
    const shown = await showings(scene);
    expect(shown).toHaveLength(8);
    expect(shown.at(-1)).toMatchObject({ needId: second.id, achievementId: only?.id });
    expect(shown.slice(0, 7).map((one) => one.achievementId)).toEqual(
      others.slice(0, 7).map(({ id }) => id),
    );
    await run("WEEKLY", scene.buyer.userId);
    expect(await showings(scene)).toHaveLength(8);
    testClock = useTestClock(new Date(Date.now() + 7 * DAY_MS));
    await run("WEEKLY", scene.buyer.userId);
    const all = await showings(scene);
    expect(all.length).toBeGreaterThan(8);
    const pairs = all.map((one) => `${one.needId}:${one.achievementId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("leaves out what was answered, withdrawn, weak or of the own organisation: no mail of nothing", async () => {
    const scene = await makeScene(t.db);
    const gone = await makeAchievement(t.db, scene.university.id);
    const weak = await makeAchievement(t.db, scene.university.id);
    const own = await makeAchievement(t.db, scene.firm.id);
    await storeList(t.db, "need", scene.need.id, [
      { id: scene.achievement.id, related: 0.9 },
      { id: gone.id, related: 0.85 },
      { id: own.id, related: 0.8 },
      { id: weak.id, related: 0.2 },
    ]);
    for (const { id } of [scene.achievement, gone, weak, own]) {
      await storeList(t.db, "achievement", id, []);
    }
    await withdrawAchievement(t.db, gone.id);
    const pair = { needId: scene.need.id, achievementId: scene.achievement.id };
    await answerMatch(
      { ...pair, answer: "NOT_NOW", declineCode: null, note: "" },
      scene.buyer,
      t.db,
    );
    await run();
    expect(await mails()).toEqual([]);
    expect(await t.db.matchDigest.count()).toBe(0);
  });

  it("does not name a blinded owner", async () => {
    const scene = await makeMatchedScene({ achievement: true });
    await run();
    const [mail] = await mailTo(scene.buyer);
    expect(mail?.text).toContain("名称暂不公开");
    expect(`${mail?.text}${mail?.html}`).not.toContain("测试大学");
  });

  it("goes to people who want it, may publish and have a confirmed address", async () => {
    const scene = await makeMatchedScene();
    const daily = await makeMember(t.db, scene.firm.id);
    const off = await makeMember(t.db, scene.firm.id);
    const noMail = await makeMember(t.db, scene.firm.id);
    const signer = await makeMember(t.db, scene.firm.id, "MEMBER", ["SIGN"]);
    const left = await makeMember(t.db, scene.firm.id);
    const unproven = await makeMember(t.db, scene.firm.id);
    const idle = await makeMember(t.db, (await makeOrganisation(t.db)).id);
    await changePreferences({ ...defaults, matchMail: "DAILY" }, daily, t.db);
    await changePreferences({ ...defaults, matchMail: "OFF" }, off, t.db);
    await changePreferences({ ...defaults, mail: "OFF" }, noMail, t.db);
    await t.db.membership.updateMany({
      where: { userId: left.userId },
      data: { endedAt: new Date() },
    });
    await t.db.user.update({ where: { id: unproven.userId }, data: { emailVerified: false } });
    await run("WEEKLY");
    const weekly = (await mails()).map((one) => one.recipient);
    expect(weekly.sort()).toEqual([scene.buyer.email, scene.supplier.email].sort());
    await run("DAILY");
    const all = (await mails()).map((one) => one.recipient);
    expect(all).toHaveLength(3);
    expect(all).toContain(daily.email);
    for (const nobody of [off, noMail, signer, left, unproven, idle]) {
      expect(all).not.toContain(nobody.email);
    }
  });

  it("is tried again when lists are missing while the search engine is away", async () => {
    const scene = await makeScene(t.db);
    await storeList(t.db, "achievement", scene.achievement.id, [
      { id: scene.need.id, related: 0.9 },
    ]);
    const url = process.env.MEILI_URL;
    process.env.MEILI_URL = "http://127.0.0.1:9";
    resetEnv();
    try {
      await expect(run()).rejects.toThrow("the engine is away");
      // Who has a stored list is served from it, without the words; once.
      await expect(run()).rejects.toThrow("the engine is away");
      expect((await mails()).map((one) => one.recipient)).toEqual([scene.supplier.email]);
    } finally {
      process.env.MEILI_URL = url;
      resetEnv();
    }
    await storeList(t.db, "need", scene.need.id, [{ id: scene.achievement.id, related: 0.9 }]);
    await run();
    expect(await mailTo(scene.buyer)).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
  });

  it("waits until quiet hours end", async () => {
    testClock = useTestClock(new Date("2026-11-23T00:00:00Z")); // Monday 08:00 in Asia/Shanghai
    const scene = await makeMatchedScene();
    await changePreferences({ ...defaults, quietFrom: 22, quietTo: 9 }, scene.buyer, t.db);
    await Promise.all([run(), run()]);
    expect(await mailTo(scene.buyer)).toEqual([]);
    const jobs = await t.db.$queryRaw<{ run_at: Date; payload: { userId: string } }[]>`
      SELECT j.run_at, j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks k ON k.id = j.task_id
      WHERE k.identifier = 'matching.digest'`;
    expect(jobs).toMatchObject([
      {
        run_at: new Date("2026-11-23T01:00:00Z"),
        payload: { frequency: "WEEKLY", userId: scene.buyer.userId },
      },
    ]);
    testClock.advance(3_600_000);
    await run("WEEKLY", scene.buyer.userId);
    expect(await mailTo(scene.buyer)).toHaveLength(1);
  });
});

describe("the digest of people who want no suggestions made for them", () => {
  it("has the newest of the declared fields, says so, and ranks nothing", async () => {
    const scene = await makeMatchedScene();
    const [battery, biology] = ["6.3", "2.1"];
    const setFields = (id: string, fieldCodes: string[], daysAgo: number) =>
      t.db.$executeRaw`UPDATE "Achievement" SET "fieldCodes" = ${fieldCodes}::text[],
        "publishedAt" = now() - make_interval(days => ${daysAgo}::int) WHERE id = ${id}::uuid`;
    await t.db
      .$executeRaw`UPDATE "Need" SET "fieldCodes" = ARRAY['6'] WHERE id = ${scene.need.id}::uuid`;
    const newer = await makeAchievement(t.db, scene.university.id, { title: "同领域较新" });
    const foreign = await makeAchievement(t.db, scene.university.id, { title: "另一领域" });
    await setFields(scene.achievement.id, [battery ?? ""], 9);
    await setFields(newer.id, [battery ?? ""], 2);
    await setFields(foreign.id, [biology ?? ""], 1);
    await changePreferences({ ...defaults, nonPersonal: true }, scene.buyer, t.db);
    await run("WEEKLY", scene.buyer.userId);
    const [mail] = await mailTo(scene.buyer);
    expect(mail?.text).toContain("不针对您个人的特征");
    expect(mail?.text).toContain("没有经过排序器");
    expect(mail?.text).not.toContain("另一领域");
    expect(mail?.text.indexOf("同领域较新")).toBeLessThan(
      mail?.text.indexOf(scene.achievement.title) ?? 0,
    );
    expect(await t.db.matchDigest.findFirstOrThrow()).toMatchObject({ isPersonal: false });
    expect((await showings(scene)).map((one) => [one.achievementId, one.rankerVersion])).toEqual([
      [newer.id, "newest-in-fields"],
      [scene.achievement.id, "newest-in-fields"],
    ]);
  });
});
