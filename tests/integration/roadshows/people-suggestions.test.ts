import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { findPeople } from "~/domain/roadshows/people/people-queries.server";
import type { PeopleFilter } from "~/domain/roadshows/people/people-view";
import { newId } from "~/domain/shared/ids";
import { resetEnv } from "~/platform/env.server";
import { projectAt } from "../../factories/roadshow-call";
import { personAt, type TestPerson } from "../../factories/roadshow-people";
import { roadshowAt, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { makePairScene } from "../matching/pair-scene";

const t = useTestDb("file");
const everything: PeopleFilter = { kind: "all", mark: "all", q: "" };
const page = { skip: 0, take: 50 };
const see = (own: TestPerson, filter: Partial<PeopleFilter> = {}, actor: UserActor = own.actor) =>
  findPeople(t.db, own.id, actor, { ...everything, ...filter }, page, "zh-CN");
const namesOf = async (own: TestPerson, filter: Partial<PeopleFilter> = {}) =>
  (await see(own, filter)).items.map((one) => one.name);

let scene: Awaited<ReturnType<typeof makePairScene>>;
let event: TestRoadshow;
let firm: TestPerson;
let presenter: TestPerson;
let seeker: TestPerson;

beforeAll(async () => {
  scene = await makePairScene(t.db);
  event = await roadshowAt(t, "SELECTION");
  const project = await projectAt(t, event, "CONFIRMED", {
    achievementId: scene.battery,
    title: "钠离子电池层状氧化物正极材料中试",
    fieldCodes: ["9"],
  });
  presenter = await personAt(t, event, {
    name: "钱教授",
    userId: project.presenter.userId,
    roles: ["PRESENTER"],
    isListed: false,
  });
  await personAt(t, event, { name: "孙同行", fieldCodes: ["4"] });
  await personAt(t, event, { name: "李观众", fieldCodes: ["7"] });
  await personAt(t, event, { name: "周隐身", isListed: false, fieldCodes: ["4"] });
  seeker = await personAt(t, event, {
    name: "吴投资",
    roles: ["INVESTOR"],
    interests: "投资钠离子电池正极材料，储能电站用，循环寿命长",
  });
  firm = await personAt(t, event, {
    name: "郑采购",
    needId: scene.need,
    organisationId: scene.firm.id,
    fieldCodes: ["4"],
  });
}, 60_000);
afterEach(() => resetEnv());

describe("suggestions", () => {
  it("put a project that answers the participant's need first, with the words of both", async () => {
    const found = await see(firm);
    expect(found.suggestions).toBe("ok");
    const [first] = found.items;
    expect(first?.name).toBe("钱教授");
    expect(first?.reason?.band).not.toBeNull();
    expect(first?.reason?.words.join()).toContain("钠离子电池");
    expect(first?.reason?.own).toBe("寻求长寿命钠离子电池正极材料");
    expect(first?.projects.map((one) => one.title)).toEqual(["钠离子电池层状氧化物正极材料中试"]);
    // A shared field is a reason too, and comes after; nothing shared comes last; who is hidden is not there.
    const names = found.items.map((one) => one.name);
    expect(names.indexOf("孙同行")).toBeLessThan(names.indexOf("李观众"));
    expect(names).not.toContain("周隐身");
    expect(names).not.toContain("郑采购");
  });

  it("take what somebody looks for as a need, in both directions", async () => {
    expect((await see(seeker)).items[0]?.name).toBe("钱教授");
    const names = await namesOf(presenter);
    expect(names.slice(0, 2).sort()).toEqual(["吴投资", "郑采购"].sort());
  });

  it("are made of plain texts and fields while the search engine is away", async () => {
    const url = process.env.MEILI_URL;
    process.env.MEILI_URL = "http://127.0.0.1:9";
    resetEnv();
    await t.db.roadshowParticipant.update({ where: { id: firm.id }, data: { title: "经理" } });
    try {
      const found = await see(firm);
      expect(found.suggestions).toBe("unavailable");
      expect(found.items[0]?.name).toBe("钱教授");
      expect(found.items[0]?.reason).toMatchObject({ band: null, words: [] });
    } finally {
      process.env.MEILI_URL = url;
      resetEnv();
    }
  });

  it("are not made for people who want none", async () => {
    const { userId } = seeker.actor;
    await t.db.notificationPreference.create({
      data: { userId, nonPersonal: true, unsubscribeToken: newId() },
    });
    const found = await see(seeker);
    expect(found.suggestions).toBe("off");
    expect(found.items.every((one) => one.reason === null)).toBe(true);
    await t.db.notificationPreference.delete({ where: { userId } });
  });
});

describe("the list of people", () => {
  it("is searched and filtered, and keeps those who are not wanted apart", async () => {
    expect(await namesOf(firm, { q: "中试" })).toEqual(["钱教授"]);
    expect(await namesOf(firm, { kind: "projects" })).toEqual(["钱教授"]);
    expect(await namesOf(firm, { kind: "people" })).not.toContain("钱教授");
    const wish = { id: newId(), fromId: firm.id, toId: seeker.id, level: "NO" };
    await t.db.roadshowWish.create({ data: wish });
    expect(await namesOf(firm)).not.toContain("吴投资");
    expect(await namesOf(firm, { mark: "no" })).toEqual(["吴投资"]);
    // The other sees no trace of it.
    const other = (await see(seeker)).items.find((one) => one.name === "郑采购");
    expect(other).toMatchObject({ wish: null, meeting: null, takesMeetings: true });
  });

  it("is closed to others' eyes, to other events and to the waiting list", async () => {
    await expect(see(firm, {}, seeker.actor)).rejects.toMatchObject({ status: 404 });
    const waiting = await personAt(t, event, { state: "WAITING" });
    await expect(see(waiting)).rejects.toMatchObject({ code: "roadshow_not_registered" });
    const away = await personAt(t, await roadshowAt(t, "SELECTION"), { name: "外场人" });
    expect(await namesOf(away)).toEqual([]);
  });

  it("shows a confidential project to those alone who gave the undertaking", async () => {
    const secret = await projectAt(t, event, "CONFIRMED", {
      confidentiality: "NDA_SESSION",
      title: "保密项目",
    });
    const { userId } = secret.presenter;
    await personAt(t, event, { name: "冯保密", userId, roles: ["PRESENTER"], isListed: false });
    expect(await namesOf(firm)).not.toContain("冯保密");
    const bound = await personAt(t, event, { hasUndertaking: true });
    expect(await namesOf(bound, { q: "保密项目" })).toEqual(["冯保密"]);
  });
});
