import { afterEach, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import { introductionConduct } from "~/domain/matching/introduction-conduct.server";
import type { IntroductionState } from "~/domain/matching/introduction-procedure";
import { getIntroduction, listIntroductions } from "~/domain/matching/introduction-queries.server";
import { lapseIntroduction } from "~/domain/matching/lapse-introduction.server";
import { requestIntroduction } from "~/domain/matching/request-introduction.server";
import { withdrawIntroduction } from "~/domain/matching/withdraw-introduction.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import {
  actorOf,
  addMember,
  makeMember,
  makeOrganisation,
  makeStranger,
  makeUser,
} from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";
import { ANSWERS, ask, makeScene, type Scene, toldTo } from "./scene";

const t = useTestDb();
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

describe("requestIntroduction", () => {
  it("opens a request with its reply clock, counts the interest and tells the owner", async () => {
    // Monday; ten working days later is Monday the 7th of December.
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene, { withNeed: true });
    const row = await t.db.introduction.findUniqueOrThrow({ where: { id } });
    expect(row.state).toBe("REQUESTED");
    expect(row.replyDueAt?.toISOString()).toBe("2026-12-07T16:00:00.000Z");
    expect(row.needId).toBe(scene.need.id);
    expect(await toldTo(t.db, scene.supplier.userId)).toEqual(["introductionRequested"]);
    expect(await toldTo(t.db, scene.buyer.userId)).toEqual([]);
    const achievement = await t.db.achievement.findUniqueOrThrow({
      where: { id: scene.achievement.id },
    });
    expect([achievement.interestCount, achievement.revision]).toEqual([1, 1]);
    const audit = await t.db.auditEvent.findMany({ where: { subjectId: id } });
    expect(audit.map((event) => event.action)).toEqual(["introduction.request"]);
    const view = await getIntroduction(id, scene.supplier, t.db);
    expect(view.request).toEqual(ANSWERS);
    expect(view.moves).toEqual(["accept", "decline"]);
  });

  it("lets one of two requests through that are made at once", async () => {
    const scene = await makeScene(t.db);
    const results = await Promise.allSettled([ask(t.db, scene), ask(t.db, scene)]);
    const codes = results.map((one) =>
      one.status === "fulfilled" ? "made" : (one.reason as { code?: string }).code,
    );
    expect(codes.sort()).toEqual(["introduction_open_exists", "made"]);
    expect(await t.db.introduction.count()).toBe(1);
    expect(await toldTo(t.db, scene.supplier.userId)).toHaveLength(1);
  });

  it("may be repeated after it was withdrawn", async () => {
    const scene = await makeScene(t.db);
    const first = await ask(t.db, scene);
    await withdrawIntroduction(first, scene.buyer, t.db);
    const second = await ask(t.db, scene);
    expect(second).not.toBe(first);
    expect(await toldTo(t.db, scene.supplier.userId)).toEqual([
      "introductionRequested",
      "introductionWithdrawn",
      "introductionRequested",
    ]);
  });

  it("refuses persons, organisations and listings that may not take part", async () => {
    const scene = await makeScene(t.db);
    const input = {
      targetKind: "achievement" as const,
      targetId: scene.achievement.id,
      ownListingId: null,
      ...ANSWERS,
    };
    const refuses = (promise: Promise<unknown>, code: string) =>
      expect(promise).rejects.toMatchObject({ code });
    const unknown = await makeUser(t.db, { realNameLevel: 0 });
    await addMember(t.db, scene.firm.id, unknown.id);
    const unverified = await makeOrganisation(t.db, { isVerified: false });
    const hidden = await makeAchievement(t.db, scene.university.id, { state: "DRAFT" });
    const foreignNeed = await makeNeed(t.db, (await makeOrganisation(t.db)).id);
    const ownDraft = await makeNeed(t.db, scene.firm.id, { state: "DRAFT" });
    await refuses(
      requestIntroduction(input, await makeStranger(t.db), t.db),
      "introduction_no_organisation",
    );
    await refuses(
      requestIntroduction(input, await makeMember(t.db, scene.firm.id, "MEMBER", []), t.db),
      "forbidden",
    );
    await refuses(
      requestIntroduction(input, await actorOf(t.db, unknown.id), t.db),
      "introduction_real_name",
    );
    await refuses(
      requestIntroduction(input, await makeMember(t.db, unverified.id), t.db),
      "introduction_unverified",
    );
    await refuses(requestIntroduction(input, scene.supplier, t.db), "introduction_own_listing");
    await refuses(
      requestIntroduction({ ...input, targetId: hidden.id }, scene.buyer, t.db),
      "listing_not_open",
    );
    await refuses(
      requestIntroduction({ ...input, targetId: newId() }, scene.buyer, t.db),
      "listing_not_open",
    );
    for (const ownListingId of [foreignNeed.id, ownDraft.id, newId()]) {
      await refuses(
        requestIntroduction({ ...input, ownListingId }, scene.buyer, t.db),
        "introduction_listing_choice",
      );
    }
    expect(await t.db.introduction.count()).toBe(0);
    expect(await t.db.notification.count()).toBe(0);
  });

  it("holds an organisation to its number of requests a day, two at once included", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const scene = await makeScene(t.db);
    await t.db.policyParameter.updateMany({
      where: { key: "market.introduction.daily_max" },
      data: { value: 2 },
    });
    const targets = await Promise.all(
      [1, 2, 3].map(() => makeAchievement(t.db, scene.university.id)),
    );
    const results = await Promise.allSettled(
      targets.map((target) =>
        requestIntroduction(
          { targetKind: "achievement", targetId: target.id, ownListingId: null, ...ANSWERS },
          scene.buyer,
          t.db,
        ),
      ),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(2);
    await expect(ask(t.db, scene)).rejects.toMatchObject({ code: "introduction_daily_max" });
    testClock.advance(DAY_MS);
    await ask(t.db, scene);
  });
});

describe("answers", () => {
  it("tells the asking side that it was accepted, and by whom", async () => {
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    await answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db);
    const [notice] = await t.db.notification.findMany({ where: { userId: scene.buyer.userId } });
    expect(notice?.kind).toBe("introductionAccepted");
    expect(notice?.params).toMatchObject({ organisation: "测试大学" });
    const clocks = await t.db.procedureClock.findMany({ where: { subjectId: id } });
    expect(clocks.map((one) => one.stoppedAt !== null)).toEqual([true]);
  });

  it("keeps the reason of a refusal from the asking side", async () => {
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    await answerIntroduction(
      { introductionId: id, answer: "decline", declineCode: "PRICE" },
      scene.supplier,
      t.db,
    );
    expect((await getIntroduction(id, scene.buyer, t.db)).declineCode).toBeNull();
    expect((await getIntroduction(id, scene.supplier, t.db)).declineCode).toBe("PRICE");
    expect(await toldTo(t.db, scene.buyer.userId)).toEqual(["introductionDeclined"]);
  });

  it("lets one of two contrary answers win", async () => {
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    const results = await Promise.allSettled([
      answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db),
      withdrawIntroduction(id, scene.buyer, t.db),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await t.db.procedureMove.count({ where: { subjectId: id } })).toBe(1);
  });

  it("is closed to other organisations, which do not even learn that it exists", async () => {
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    const outsider = await makeMember(t.db, (await makeOrganisation(t.db)).id);
    await expect(getIntroduction(id, outsider, t.db)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      answerIntroduction({ introductionId: id, answer: "accept" }, outsider, t.db),
    ).rejects.toMatchObject({ code: "wrong_actor" });
    const box = await listIntroductions(
      outsider.organisationId ?? "",
      "inbox",
      { skip: 0, take: 20 },
      outsider,
      t.db,
    );
    expect(box.items).toEqual([]);
  });
});

describe("blinded owners", () => {
  it("stay unnamed on the page, in the list and in notices until the request is accepted", async () => {
    const scene = await makeScene(t.db, { achievement: true, need: true });
    const id = await ask(t.db, scene, { withNeed: true });
    const everythingSeen = async () => {
      const boxes = [
        await listIntroductions(scene.firm.id, "outbox", { skip: 0, take: 9 }, scene.buyer, t.db),
      ];
      const notices = await t.db.notification.findMany({ where: { userId: scene.buyer.userId } });
      return JSON.stringify([await getIntroduction(id, scene.buyer, t.db), boxes, notices]);
    };
    expect(await everythingSeen()).not.toContain("测试大学");
    expect(await everythingSeen()).not.toContain(scene.university.id);
    const supplierSees = JSON.stringify([
      await getIntroduction(id, scene.supplier, t.db),
      await t.db.notification.findMany({ where: { userId: scene.supplier.userId } }),
    ]);
    expect(supplierSees).not.toContain("测试电池有限公司");
    expect(supplierSees).not.toContain(scene.buyer.name);
    expect(await toldTo(t.db, scene.supplier.userId)).toEqual(["introductionRequestedBlinded"]);

    await answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db);
    expect(await everythingSeen()).toContain("测试大学");
    expect((await getIntroduction(id, scene.supplier, t.db)).other.name).toBe("测试电池有限公司");
  });

  it("stay unnamed after a refusal", async () => {
    const scene = await makeScene(t.db, { achievement: true });
    const id = await ask(t.db, scene);
    await answerIntroduction(
      { introductionId: id, answer: "decline", declineCode: "OTHER" },
      scene.supplier,
      t.db,
    );
    const view = await getIntroduction(id, scene.buyer, t.db);
    expect(view.other).toMatchObject({ name: null, organisationId: null, kind: "UNIVERSITY" });
  });
});

describe("the reply clock", () => {
  it("lets a request lapse once, at the end of the tenth working day, and tells both sides", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const scene = await makeScene(t.db);
    const id = await ask(t.db, scene);
    const firings = { introduction: lapseIntroduction };
    const stateNow = async () =>
      (await t.db.introduction.findUniqueOrThrow({ where: { id } })).state;

    testClock.advance(Date.parse("2026-12-07T15:59:59Z") - Date.parse("2026-11-23T02:00:00Z"));
    expect(await sweepClocks(t.db, firings)).toEqual({ fired: 0, failed: 0 });
    expect(await stateNow()).toBe("REQUESTED");

    testClock.advance(1000);
    const sweeps = await Promise.all([sweepClocks(t.db, firings), sweepClocks(t.db, firings)]);
    expect(sweeps.reduce((sum, sweep) => sum + sweep.fired, 0)).toBe(1);
    expect(await sweepClocks(t.db, firings)).toEqual({ fired: 0, failed: 0 });
    expect(await stateNow()).toBe("LAPSED");
    expect(await toldTo(t.db, scene.buyer.userId)).toEqual(["introductionLapsed"]);
    expect(await toldTo(t.db, scene.supplier.userId)).toEqual([
      "introductionRequested",
      "introductionMissed",
    ]);
    await expect(
      answerIntroduction({ introductionId: id, answer: "accept" }, scene.supplier, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("every move by everybody", () => {
  let scene: Scene;
  walkProcedure({
    conduct: introductionConduct,
    db: () => t.db,
    walkers: ["requester", "receiver", "colleague without scope", "outsider", "stranger", "market"],
    async actors() {
      scene = await makeScene(t.db);
      const outside = await makeOrganisation(t.db);
      const walkers: Walker<"requester" | "receiver" | "market">[] = [
        { name: "requester", actor: scene.buyer, relations: ["requester"] },
        { name: "receiver", actor: scene.supplier, relations: ["receiver"] },
        {
          name: "colleague without scope",
          actor: await makeMember(t.db, scene.university.id, "MEMBER", []),
          relations: [],
        },
        { name: "outsider", actor: await makeMember(t.db, outside.id), relations: [] },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("test"), relations: ["market"] },
      ];
      return walkers;
    },
    async make(state: IntroductionState) {
      const achievement = await makeAchievement(t.db, scene.university.id);
      const row = await t.db.introduction.create({
        data: {
          id: newId(),
          state,
          achievementId: achievement.id,
          fromOrganisationId: scene.firm.id,
          toOrganisationId: scene.university.id,
          requestedById: scene.buyer.userId,
          message: "想合作",
        },
      });
      return row.id;
    },
    input: (move) => (move === "decline" ? { declineCode: "PRICE" } : {}),
  });
});
