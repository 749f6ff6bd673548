import { describe, expect, it } from "vitest";
import { readHome } from "~/domain/statistics/home-queries.server";
import { readStatistics } from "~/domain/statistics/statistics-queries.server";
import { makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

describe("home page", () => {
  it("stands on an empty market", async () => {
    const home = await readHome(t.db);
    expect(home.figures).toMatchObject({ achievements: 0, needs: 0, organisations: 0 });
    expect(home.newest).toEqual([]);
    expect(home.cities).toHaveLength(16);
    expect(home.fields).toHaveLength(8);
  });

  it("counts what is public and nothing else", async () => {
    const owner = await makeOrganisation(t.db);
    await makeOrganisation(t.db, { isVerified: false });
    await makeAchievement(t.db, owner.id);
    await makeAchievement(t.db, owner.id, { state: "DRAFT" });
    await makeAchievement(t.db, owner.id, { state: "EXPIRED" });
    await makeNeed(t.db, owner.id, { state: "WITHDRAWN" });
    const { figures, newest, cities } = await readHome(t.db);
    expect(figures).toMatchObject({ achievements: 1, needs: 0, organisations: 1 });
    expect(newest).toHaveLength(1);
    expect(cities.find((city) => city.code === "370100")?.achievements).toBe(1);
  });

  it("says neither name nor id of a blinded owner, and no section that is closed", async () => {
    const owner = await makeOrganisation(t.db, { legalName: "不该出现的名称" });
    const { id } = await makeAchievement(t.db, owner.id, { isBlinded: true });
    await t.db.achievement.update({
      where: { id },
      data: {
        priceKind: "FIXED",
        priceMinFen: 100_00n,
        trlDeclared: 6,
        sectionVisibility: { price: "NDA", readiness: "SIGNED_IN" },
      },
    });
    const { newest } = await readHome(t.db);
    expect(newest[0]).toMatchObject({ organisation: null, price: null, trl: null });
    const text = JSON.stringify(newest, (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    expect(text).not.toContain(owner.legalName);
    expect(text).not.toContain(owner.id);
  });

  it("puts needs with the nearest deadline first and leaves past ones out", async () => {
    const owner = await makeOrganisation(t.db);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const set = async (title: string, days: number) => {
      const { id } = await makeNeed(t.db, owner.id, { title });
      await t.db.need.update({ where: { id }, data: { deadlineOn: inDays(days) } });
    };
    await set("较晚", 40);
    await set("较早", 5);
    await set("已过", -5);
    await makeNeed(t.db, owner.id, { title: "没有期限" });
    const home = await readHome(t.db);
    expect(home.closing.map((card) => card.title.zh)).toEqual(["较早", "较晚"]);
    expect(home.newNeeds.map((card) => card.title.zh)).toContain("没有期限");
    expect(home.newNeeds.map((card) => card.title.zh)).not.toContain("较早");
  });

  it("does not let one owner fill the list of new achievements", async () => {
    const [many, few] = [await makeOrganisation(t.db), await makeOrganisation(t.db)];
    await makeAchievement(t.db, few.id, { title: "另一家的成果" });
    for (let i = 0; i < 12; i += 1) await makeAchievement(t.db, many.id);
    const { newest } = await readHome(t.db);
    expect(newest).toHaveLength(8);
    expect(newest.slice(0, 3).map((card) => card.title.zh)).toContain("另一家的成果");
  });
});

describe("public figures", () => {
  it("counts a listing of two fields in both and once in its month", async () => {
    const owner = await makeOrganisation(t.db);
    const { id } = await makeAchievement(t.db, owner.id);
    await t.db.achievement.update({
      where: { id },
      data: { fieldCodes: ["4.1", "4.2", "6.1"], trlDeclared: 5, trlVerified: 6 },
    });
    await makeAchievement(t.db, owner.id, { state: "CLOSED" });
    const statistics = await readStatistics(t.db);
    const byField = new Map(statistics.byField.map((row) => [row.code, row.achievements]));
    expect([byField.get("4"), byField.get("6")]).toEqual([1, 1]);
    expect(statistics.byMonth).toHaveLength(12);
    // The closed one was made public too.
    expect(statistics.byMonth.at(-1)?.achievements).toBe(2);
    expect(statistics.readiness.levels.find((row) => row.level === 6)?.verified).toBe(1);
    expect(statistics.byRegion).toMatchObject([{ code: "370100", achievements: 1, needs: 0 }]);
    expect(statistics.reply.medianHours).toBeNull();
  });
});
