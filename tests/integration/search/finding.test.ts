import { beforeAll, describe, expect, it } from "vitest";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { getListingPage } from "~/domain/discovery/listing-page.server";
import { readOrganisationSearch } from "~/domain/discovery/organisation-search-schema";
import { searchListings } from "~/domain/discovery/search-listings.server";
import { searchOrganisations } from "~/domain/discovery/search-organisations.server";
import { readListingSearch } from "~/domain/discovery/search-schema";
import { suggest } from "~/domain/discovery/suggest.server";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, publishAchievement, publishNeed, someFields } from "./catalogue";

const t = useTestDb("file");
let first = "";
let second = "";

beforeAll(async () => {
  const { db } = t;
  [first, second] = await someFields(db);
  const university = await makeOwner(db, { legalName: "山东大学", kind: "UNIVERSITY" });
  const firm = await makeOwner(db, {
    legalName: "青岛蓝湾装备有限公司",
    kind: "ENTERPRISE",
    regionCode: "370202",
  });
  const make = (title: string, values: Parameters<typeof publishAchievement>[2] = {}) =>
    publishAchievement(db, university, { title, fieldCodes: [first], trlDeclared: 5, ...values });
  await make("钠离子电池层状氧化物正极材料", {
    summary: "循环 2000 次容量保持 85%",
    modes: ["LICENCE"],
    trlVerified: 6,
    daysAgo: 3,
  });
  await make("基于机器视觉的轴承表面缺陷检测系统", {
    description: "采用深度学习识别划痕、凹坑与裂纹。",
    priceKind: "FIXED",
    priceMinFen: 80_000_000n,
    priceMaxFen: 80_000_000n,
    daysAgo: 20,
  });
  await make("石墨烯散热膜 Graphene film", { trlDeclared: 8, fieldCodes: [second], daysAgo: 60 });
  await publishAchievement(db, firm, {
    title: "高盐废水处理膜蒸馏装置",
    regionCode: "370202",
    fieldCodes: [second],
    daysAgo: 100,
  });
  await publishAchievement(db, firm, {
    title: "深海隐蔽电源",
    description: "绝密配方甲乙丙",
    sectionVisibility: { description: "NDA" },
    isBlinded: true,
    regionCode: "370202",
  });
  await publishNeed(db, firm, { title: "寻求钠电池正极材料", deadlineOn: new Date("2027-01-01") });
  await db.$transaction((tx) =>
    markForIndexing(tx, "organisation", [university.organisationId, firm.organisationId]),
  );
  const engine = syncEngine();
  await ensureIndexes(db, engine);
  await drainOutbox(db, engine);
  await rebuildIndexes(db, engine);
});

const find = (query: string, kind: "achievement" | "need" = "achievement") =>
  searchListings(kind, readListingSearch(new URLSearchParams(query)), t.db);
const titles = async (query: string) => (await find(query)).hits.map((hit) => hit.plainTitle);

describe("words", () => {
  it.each([
    ["a word inside a longer one", "钠电池", "钠离子电池层状氧化物正极材料"],
    ["the end of a word", "离子电池", "钠离子电池层状氧化物正极材料"],
    ["traditional characters", "離子電池", "钠离子电池层状氧化物正极材料"],
    ["full-width letters", "ＧＲＡＰＨＥＮＥ", "石墨烯散热膜 Graphene film"],
    ["a typing error", "graphane", "石墨烯散热膜 Graphene film"],
    ["a word of the same sound", "机器试觉", "基于机器视觉的轴承表面缺陷检测系统"],
    ["pinyin", "jiqishijue", "基于机器视觉的轴承表面缺陷检测系统"],
    ["pinyin while it is typed", "shijued", "基于机器视觉的轴承表面缺陷检测系统"],
    ["initials", "jqsj", "基于机器视觉的轴承表面缺陷检测系统"],
    ["an English synonym", "machine vision", "基于机器视觉的轴承表面缺陷检测系统"],
    ["a Chinese synonym", "污水处理", "高盐废水处理膜蒸馏装置"],
    ["the description", "凹坑", "基于机器视觉的轴承表面缺陷检测系统"],
    ["the organisation's short name", "山大 石墨烯", "石墨烯散热膜 Graphene film"],
  ])("finds by %s", async (_what, words, title) => {
    const [best] = await titles(`q=${encodeURIComponent(words)}`);
    expect(best).toBe(title);
  });

  it("takes the telling words of a sentence", async () => {
    const sentence = "我们公司希望寻求一种能够用于生产线上自动识别轴承表面缺陷的机器视觉方案";
    const results = await find(`q=${encodeURIComponent(sentence)}`);
    expect(results.hits[0]?.plainTitle).toBe("基于机器视觉的轴承表面缺陷检测系统");
    expect(results.relaxation).toBe("partial");
  });

  it("says when nothing fits", async () => {
    const results = await find("q=zzzzqqqq");
    expect(results).toMatchObject({ total: 0, degraded: false, relaxation: null });
  });

  it("marks the hits as plain segments", async () => {
    const [hit] = (await find(`q=${encodeURIComponent("钠电池")}`)).hits;
    expect(
      hit?.title.filter((segment) => segment.match).map((segment) => segment.text),
    ).not.toEqual([]);
    expect(hit?.title.map((segment) => segment.text).join("")).toBe(hit?.plainTitle);
  });

  it.each(['"', "\\", "' OR 1=1 --", "<script>alert(1)</script>", "𬭎", "a".repeat(5_000), "%_%"])(
    "survives %s",
    async (words) => {
      await expect(find(`q=${encodeURIComponent(words)}`)).resolves.toMatchObject({
        degraded: false,
      });
    },
  );
});

describe("what is not public", () => {
  it("neither finds a hidden section nor names a blinded owner", async () => {
    const secret = encodeURIComponent("绝密配方甲乙丙");
    expect(await titles(`q=${secret}`)).not.toContain("深海隐蔽电源");
    const [hit] = (await find(`q=${encodeURIComponent("深海隐蔽电源")}`)).hits;
    expect(hit).toMatchObject({ organisationId: null, organisationName: null });
    expect(await titles(`q=${encodeURIComponent("青岛蓝湾装备")}`)).not.toContain("深海隐蔽电源");
  });
});

describe("filters", () => {
  it("counts a facet without its own filter", async () => {
    const results = await find(`field=${first}`);
    expect(results.total).toBe(2);
    expect(results.facets?.field.get(first)).toBe(2);
    expect(results.facets?.field.get(second)).toBe(2);
    expect(results.facets?.org.get("ENTERPRISE")).toBeUndefined();
  });

  it("filters by region at every level", async () => {
    expect((await find("region=370000")).total).toBe(5);
    expect((await find("region=370200")).total).toBe(2);
    expect((await find("region=370202")).total).toBe(2);
    const { facets } = await find("region=370200");
    expect(facets?.region.get("370100")).toBe(3);
    expect(facets?.region.get("370202")).toBe(2);
  });

  it("filters by level, price, mode, freshness, verification", async () => {
    expect(await titles("trl=7-9")).toEqual(["石墨烯散热膜 Graphene film"]);
    expect(await titles("price=FROM_500K")).toEqual(["基于机器视觉的轴承表面缺陷检测系统"]);
    expect(await titles("mode=LICENCE&verified=1")).toEqual(["钠离子电池层状氧化物正极材料"]);
    expect((await find("fresh=30")).total).toBe(3);
    expect((await find("")).facets?.fresh.get("90")).toBe(4);
  });

  it("sorts", async () => {
    expect((await titles("sort=trl"))[0]).toBe("石墨烯散热膜 Graphene film");
    expect((await titles("sort=newest")).at(-1)).toBe("高盐废水处理膜蒸馏装置");
    expect((await titles("sort=price"))[0]).toBe("基于机器视觉的轴承表面缺陷检测系统");
  });

  it("offers links that lead to what they say", async () => {
    const page = await getListingPage(
      "achievement",
      new URLSearchParams("region=370000"),
      "zh-CN",
      t.db,
    );
    const province = page.facets
      .find((facet) => facet.group === "region")
      ?.choices.find((choice) => choice.value === "370000");
    const city = province?.children.find((choice) => choice.value === "370200");
    expect(city).toMatchObject({ name: "青岛市", count: 2, to: "/achievements?region=370200" });
    expect(page.active).toMatchObject([
      { group: "region", name: "山东省", removeTo: "/achievements" },
    ]);
  });
});

describe("suggestions and organisations", () => {
  it("suggests titles and organisations, also by pinyin", async () => {
    await suggest("钠", "zh-CN", t.db);
    const kinds = (await suggest("钠离", "zh-CN", t.db)).map((one) => one.kind);
    expect(kinds).toContain("achievement");
    const byPinyin = await suggest("shandongda", "zh-CN", t.db);
    expect(byPinyin.map((one) => one.value)).toContain("山东大学");
    expect(await suggest("", "zh-CN", t.db)).toEqual([]);
  });

  it("finds organisations by short name and counts their listings", async () => {
    const results = await searchOrganisations(
      readOrganisationSearch(new URLSearchParams({ q: "山大" })),
      t.db,
    );
    expect(results.hits[0]?.document).toMatchObject({ name: "山东大学", achievementCount: 3 });
    const all = await searchOrganisations(readOrganisationSearch(new URLSearchParams()), t.db);
    // The blinded listing is not counted for its owner.
    expect(all.hits.map((hit) => hit.document.achievementCount).sort()).toEqual([1, 3]);
    expect(all.kinds?.get("ENTERPRISE")).toBe(1);
  });
});
