import { describe, expect, it } from "vitest";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { countDeclines } from "~/domain/matching/decline-statistics.server";
import { newId } from "~/domain/shared/ids";
import { makeMember, makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { makeScene, type Scene, toldTo } from "./scene";

const t = useTestDb();

const pairOf = (scene: Scene) => ({ needId: scene.need.id, achievementId: scene.achievement.id });
const interested = { answer: "INTERESTED" as const, declineCode: null, note: "" };

describe("answerMatch", () => {
  it("keeps one answer per side; the same again changes nothing", async () => {
    const scene = await makeScene(t.db);
    const input = { ...pairOf(scene), ...interested };
    expect(await answerMatch(input, scene.buyer, t.db)).toEqual({
      isChanged: true,
      isMutual: false,
    });
    expect(await answerMatch(input, scene.buyer, t.db)).toEqual({
      isChanged: false,
      isMutual: false,
    });
    expect(await t.db.matchAnswer.count()).toBe(1);
    expect(await t.db.auditEvent.count({ where: { action: "match.answer" } })).toBe(1);
    const changed = { ...input, answer: "NOT_NOW" as const };
    expect((await answerMatch(changed, scene.buyer, t.db)).isChanged).toBe(true);
    expect(await t.db.matchAnswer.findMany({ select: { answer: true, side: true } })).toEqual([
      { answer: "NOT_NOW", side: "DEMAND" },
    ]);
  });

  it("counts interest at the other side's listing and takes it back", async () => {
    const scene = await makeScene(t.db);
    const input = { ...pairOf(scene), ...interested };
    const count = async () =>
      (await t.db.achievement.findUniqueOrThrow({ where: { id: scene.achievement.id } }))
        .interestCount;
    await answerMatch(input, scene.buyer, t.db);
    expect(await count()).toBe(1);
    await answerMatch({ ...input, answer: "NOT_NOW" }, scene.buyer, t.db);
    expect(await count()).toBe(0);
  });

  it("tells both sides once when both are interested, also when they answer at once", async () => {
    const scene = await makeScene(t.db);
    const input = { ...pairOf(scene), ...interested };
    const outcomes = await Promise.all([
      answerMatch(input, scene.buyer, t.db),
      answerMatch(input, scene.supplier, t.db),
    ]);
    expect(outcomes.filter((one) => one.isMutual)).toHaveLength(1);
    expect(await toldTo(t.db, scene.buyer.userId)).toEqual(["matchMutual"]);
    expect(await toldTo(t.db, scene.supplier.userId)).toEqual(["matchMutual"]);
    await answerMatch({ ...input, answer: "NOT_NOW" }, scene.buyer, t.db);
    await answerMatch(input, scene.buyer, t.db);
    expect(await toldTo(t.db, scene.buyer.userId)).toEqual(["matchMutual"]);
  });

  it("refuses other organisations, own pairs and what is not public", async () => {
    const scene = await makeScene(t.db);
    const input = { ...pairOf(scene), ...interested };
    const outsider = await makeMember(t.db, (await makeOrganisation(t.db)).id);
    const refuses = (promise: Promise<unknown>, code: string) =>
      expect(promise).rejects.toMatchObject({ code });
    await refuses(answerMatch(input, outsider, t.db), "forbidden");
    await refuses(
      answerMatch(input, await makeMember(t.db, scene.firm.id, "OWNER", []), t.db),
      "forbidden",
    );
    await refuses(answerMatch({ ...input, needId: newId() }, scene.buyer, t.db), "not_found");
    const ownNeed = await makeNeed(t.db, scene.university.id);
    await refuses(
      answerMatch({ ...input, needId: ownNeed.id }, scene.supplier, t.db),
      "match_own_listing",
    );
    const draft = await makeAchievement(t.db, scene.university.id, { state: "DRAFT" });
    await refuses(
      answerMatch({ ...input, achievementId: draft.id }, scene.buyer, t.db),
      "listing_not_open",
    );
    expect(await t.db.matchAnswer.count()).toBe(0);
  });
});

describe("reasons of refusals", () => {
  it("reach the other side as numbers only, and not before there are enough", async () => {
    const scene = await makeScene(t.db);
    const subject = { id: scene.achievement.id, organisationId: scene.university.id };
    const codes = ["PRICE", "PRICE", "TOO_EARLY"] as const;
    for (const [index, declineCode] of codes.entries()) {
      const firm = await makeOrganisation(t.db, { kind: "ENTERPRISE" });
      const need = await makeNeed(t.db, firm.id);
      await answerMatch(
        {
          needId: need.id,
          achievementId: scene.achievement.id,
          answer: "NOT_FOR_US",
          declineCode,
          note: "只给自己看",
        },
        await makeMember(t.db, firm.id),
        t.db,
      );
      const statistics = await countDeclines(t.db, "achievement", subject);
      expect(statistics.declined).toBe(index + 1);
      if (index < 2) expect(statistics.reasons).toBeNull();
    }
    const statistics = await countDeclines(t.db, "achievement", subject);
    expect(statistics.reasons).toEqual([
      { code: "PRICE", count: 2 },
      { code: "TOO_EARLY", count: 1 },
    ]);
    expect(JSON.stringify(statistics)).not.toContain("只给自己看");
  });
});
