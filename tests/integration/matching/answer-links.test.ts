import { afterEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { answerByLink } from "~/domain/matching/answer-by-link.server";
import { answerPath } from "~/domain/matching/answer-link.server";
import { getAnswerPage } from "~/domain/matching/answer-page-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { sendMatchDigests } from "~/jobs/matching/digest.server";
import { logger } from "~/platform/logger.server";
import { action, loader } from "~/routes/_public+/answers.$token";
import { makeMember } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { withdrawAchievement } from "../search/catalogue";
import { makeScene, toldTo } from "./scene";
import { storeList } from "./stored-lists";

const t = useTestDb();
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const interested = { answer: "INTERESTED" as const, declineCode: null };
const refuses = (promise: Promise<unknown>, code: string, status: number) =>
  expect(promise).rejects.toMatchObject({ code, status });

/** A scene whose two sides have had their digests, and the tokens of the links in them. */
async function makeMailedScene(blinded: { achievement?: boolean } = {}) {
  const scene = await makeScene(t.db, blinded);
  await storeList(t.db, "need", scene.need.id, [{ id: scene.achievement.id, related: 0.9 }]);
  await storeList(t.db, "achievement", scene.achievement.id, [{ id: scene.need.id, related: 0.9 }]);
  await sendMatchDigests({ frequency: "WEEKLY" }, { db: t.db, logger });
  const tokenOf = async (actor: UserActor) => {
    const mail = await t.db.outboundMessage.findFirstOrThrow({ where: { recipient: actor.email } });
    return /\/answers\/([\w.-]+)\?answer=INTERESTED/.exec(mail.text)?.[1] ?? "";
  };
  const pair = { needId: scene.need.id, achievementId: scene.achievement.id };
  return {
    ...scene,
    pair,
    token: await tokenOf(scene.buyer),
    otherToken: await tokenOf(scene.supplier),
  };
}

const answers = () =>
  t.db.matchAnswer.findMany({
    orderBy: { side: "asc" },
    select: { side: true, answer: true, declineCode: true, userId: true },
  });
const audited = () =>
  t.db.auditEvent.findMany({
    where: { action: { startsWith: "match.answer" } },
    orderBy: { sequence: "asc" },
    select: { action: true, actorUserId: true, detail: true },
  });

describe("an answer through the link of a digest", () => {
  it("is given as that person without signing in, kept with what was shown", async () => {
    const scene = await makeMailedScene();
    await answerByLink(scene.token, interested, null, t.db);
    const showing = await t.db.matchShowing.findFirstOrThrow({
      where: { userId: scene.buyer.userId },
    });
    expect(await t.db.matchAnswer.findMany()).toMatchObject([
      {
        ...scene.pair,
        ...{ organisationId: scene.firm.id, userId: scene.buyer.userId, side: "DEMAND" },
        answer: "INTERESTED",
        shown: {
          ...{ showingId: showing.id, surface: "DIGEST", rank: 1, rankerVersion: "stored-test" },
          ...{ score: 9, relevance: 0.45, fit: 0.5, related: 0.9, trialId: null, arm: null },
          inputs: { words: 0.3 },
        },
      },
    ]);
    expect(await audited()).toMatchObject([
      { actorUserId: scene.buyer.userId, detail: { via: "LINK", answer: "INTERESTED" } },
    ]);
  });

  it("can be changed, given again and taken back from the same page", async () => {
    const scene = await makeMailedScene();
    const give = (input: Parameters<typeof answerByLink>[1]) =>
      answerByLink(scene.token, input, null, t.db);
    expect((await give(interested)).isChanged).toBe(true);
    expect((await give(interested)).isChanged).toBe(false);
    await give({ answer: "NOT_FOR_US", declineCode: "PRICE" });
    expect((await getAnswerPage(scene.token, null, t.db)).current).toEqual({
      answer: "NOT_FOR_US",
      declineCode: "PRICE",
    });
    await give({ answer: "NONE", declineCode: null });
    expect((await getAnswerPage(scene.token, null, t.db)).current).toBeNull();
    expect((await give({ answer: "NONE", declineCode: null })).isChanged).toBe(false);
    expect(await answers()).toEqual([]);
    const { interestCount } = await t.db.achievement.findUniqueOrThrow({
      where: { id: scene.achievement.id },
    });
    expect(interestCount).toBe(0);
    expect((await audited()).map((one) => one.action)).toEqual([
      ...["match.answer", "match.answer", "match.answer.taken-back"],
    ]);
  });

  it("is one answer when it comes twice at once, and both sides at once are told once", async () => {
    const scene = await makeMailedScene();
    const outcomes = await Promise.all([
      ...[scene.token, scene.token, scene.otherToken].map((token) =>
        answerByLink(token, interested, null, t.db),
      ),
    ]);
    expect(outcomes.filter((one) => one.isChanged)).toHaveLength(2);
    expect(await answers()).toHaveLength(2);
    for (const { userId } of [scene.buyer, scene.supplier]) {
      expect(await toldTo(t.db, userId)).toEqual(["matchMutual"]);
    }
  });

  it("is refused with a forged, cut or changed link, and after thirty days", async () => {
    const scene = await makeMailedScene();
    const [showing, user, seconds, signature] = scene.token.split(".");
    const otherUser = scene.otherToken.split(".")[1];
    const forged = [
      ...["", "x", "a.b.c.d", "....", scene.token.slice(0, -1), `${scene.token}.x`],
      [showing, otherUser, seconds, signature].join("."),
      [showing, user, "zzzzzz", signature].join("."),
      [scene.otherToken.split(".")[0], user, seconds, signature].join("."),
    ];
    for (const token of forged) {
      await refuses(getAnswerPage(token, null, t.db), "answer_link_invalid", 404);
      await refuses(answerByLink(token, interested, null, t.db), "answer_link_invalid", 404);
    }
    const nobody = answerPath({ showingId: scene.need.id, userId: scene.buyer.userId });
    const unknown = nobody.slice("/answers/".length);
    await refuses(getAnswerPage(unknown, null, t.db), "answer_link_invalid", 404);
    testClock = useTestClock(new Date(Date.now() + 30 * DAY_MS + 60_000));
    await refuses(getAnswerPage(scene.token, null, t.db), "answer_link_expired", 410);
    await refuses(answerByLink(scene.token, interested, null, t.db), "answer_link_expired", 410);
    expect(await answers()).toEqual([]);
  });

  it("is not given by somebody else who is signed in", async () => {
    const scene = await makeMailedScene();
    const colleague = await makeMember(t.db, scene.firm.id);
    for (const reader of [colleague, scene.supplier]) {
      const code = "answer_link_other_person";
      await refuses(getAnswerPage(scene.token, reader, t.db), code, 403);
      await refuses(answerByLink(scene.token, interested, reader, t.db), code, 403);
    }
    await answerByLink(scene.token, interested, scene.buyer, t.db);
    expect(await answers()).toHaveLength(1);
  });

  it("ends with the membership, the scope and the account", async () => {
    const scene = await makeMailedScene();
    const own = { userId: scene.buyer.userId };
    const refused = async () => {
      await refuses(getAnswerPage(scene.token, null, t.db), "answer_link_not_member", 403);
      await refuses(
        answerByLink(scene.token, interested, null, t.db),
        "answer_link_not_member",
        403,
      );
    };
    await t.db.membership.updateMany({ where: own, data: { scopes: ["SIGN"] } });
    await refused();
    await t.db.membership.updateMany({ where: own, data: { scopes: ["PUBLISH"] } });
    await t.db.membership.updateMany({ where: own, data: { endedAt: new Date() } });
    await refused();
    await t.db.membership.updateMany({ where: own, data: { endedAt: null } });
    await t.db.user.update({ where: { id: own.userId }, data: { deactivatedAt: new Date() } });
    await refused();
    expect(await answers()).toEqual([]);
  });

  it("is refused when a listing has left the market meanwhile", async () => {
    const scene = await makeMailedScene();
    await withdrawAchievement(t.db, scene.achievement.id);
    await refuses(getAnswerPage(scene.token, null, t.db), "listing_gone", 410);
    await refuses(answerByLink(scene.token, interested, null, t.db), "listing_not_open", 409);
  });

  it("shows the pair and its ranker, and not the name of a blinded owner", async () => {
    const scene = await makeMailedScene({ achievement: true });
    const page = await getAnswerPage(scene.token, null, t.db);
    expect(page).toMatchObject({
      organisationName: "测试电池有限公司",
      isPersonal: true,
      pair: {
        ...{ band: "high", rankerVersion: "stored-test" },
        own: { title: scene.need.title },
        other: { title: scene.achievement.title, owner: { name: null, id: null } },
      },
    });
    expect(JSON.stringify(page)).not.toContain("测试大学");
  });
});

describe("the page of the link", () => {
  const context = { cspNonce: "", requestId: "", clientIp: "" };
  const open = (token: string, query = "?answer=INTERESTED") =>
    loader({
      request: new Request(`http://localhost:3000/answers/${token}${query}`),
      params: { token },
      context,
    });
  const post = (token: string, fields: Record<string, string>) =>
    action({
      request: new Request(`http://localhost:3000/answers/${token}`, {
        method: "POST",
        body: new URLSearchParams(fields),
      }),
      params: { token },
      context,
    });

  it("writes nothing when it is opened, however often", async () => {
    const scene = await makeMailedScene();
    const count = async () => [
      await t.db.matchAnswer.count(),
      await t.db.matchShowing.count(),
      await t.db.auditEvent.count(),
      await t.db.notification.count(),
    ];
    const before = await count();
    for (let times = 0; times < 3; times += 1) {
      expect(await open(scene.token)).toMatchObject({ asked: "INTERESTED", done: null });
    }
    expect(await count()).toEqual(before);
  });

  it("answers by POST, asks for a missing reason and says what it cannot read", async () => {
    const scene = await makeMailedScene();
    const saved = await post(scene.token, { answer: "INTERESTED" });
    expect(saved.headers.get("location")).toBe(`/answers/${scene.token}?done=saved`);
    const changed = await post(scene.token, {
      ...{ answer: "NOT_FOR_US", declineCode: "IP", before: "INTERESTED." },
    });
    expect(changed.headers.get("location")).toContain("done=saved&before=INTERESTED.");
    const noReason = await post(scene.token, { answer: "NOT_FOR_US", declineCode: "" });
    expect(noReason.headers.get("location")).toBe(`/answers/${scene.token}?answer=NOT_FOR_US`);
    await expect(post(scene.token, { answer: "MAYBE" })).rejects.toMatchObject({
      init: { status: 400 },
    });
    await expect(post("forged", { answer: "INTERESTED" })).rejects.toMatchObject({
      init: { status: 404 },
    });
    expect(await answers()).toMatchObject([{ answer: "NOT_FOR_US", declineCode: "IP" }]);
    const back = await post(scene.token, { answer: "NONE" });
    expect(back.headers.get("location")).toBe(`/answers/${scene.token}?done=back`);
    expect(await answers()).toEqual([]);
  });
});
