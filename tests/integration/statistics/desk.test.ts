import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { countDeskWork } from "~/domain/statistics/desk-counts.server";
import { readDesk } from "~/domain/statistics/desk-queries.server";
import { readOffice } from "~/domain/statistics/office-queries.server";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { ask, makeScene } from "../matching/scene";

const t = useTestDb();
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);

async function kindsOf(actor: UserActor) {
  return (await readDesk(actor, t.db)).todos.map((todo) => todo.kind);
}

async function inState(
  actor: UserActor,
  organisationId: string,
  state: string,
  values: { title?: string; expiresAt?: Date } = {},
) {
  const id = newId();
  await t.db.achievement.create({
    data: {
      id,
      organisationId,
      createdById: actor.userId,
      state,
      title: values.title ?? state,
      regionCode: "370102",
      submittedAt: clock.now(),
      publishedAt: inDays(-100),
      expiresAt: values.expiresAt ?? inDays(200),
    },
  });
  return id;
}

describe("desk", () => {
  it("asks somebody without organisation to create or join one", async () => {
    const stranger = await makeStranger(t.db);
    const desk = await readDesk(stranger, t.db);
    expect(desk.todos).toMatchObject([{ kind: "organisationMissing", href: "/desk/organisation" }]);
    expect(desk.figures).toBeNull();
  });

  it("asks an administrator, not a member, to have the organisation verified", async () => {
    const { id } = await makeOrganisation(t.db, { isVerified: false });
    const [owner, member] = [await makeMember(t.db, id, "OWNER"), await makeMember(t.db, id)];
    expect(await kindsOf(owner)).toContain("organisationUnsubmitted");
    expect(await kindsOf(member)).not.toContain("organisationUnsubmitted");
  });

  it("is calm when there is nothing to do", async () => {
    const { id } = await makeOrganisation(t.db);
    const reader = await makeMember(t.db, id, "MEMBER", []);
    const desk = await readDesk(reader, t.db);
    expect(desk.todos).toEqual([]);
    expect(desk.waiting).toEqual([]);
  });

  it("proposes the first listing to a verified organisation that has none", async () => {
    const { id } = await makeOrganisation(t.db);
    const publisher = await makeMember(t.db, id);
    expect(await kindsOf(publisher)).toEqual(["firstListing"]);
    await makeNeed(t.db, id);
    expect(await kindsOf(publisher)).toEqual([]);
  });

  it("gives each role its part of the same listings", async () => {
    const { id } = await makeOrganisation(t.db);
    const [owner, publisher] = [await makeMember(t.db, id, "OWNER"), await makeMember(t.db, id)];
    await inState(publisher, id, "DRAFT");
    await inState(publisher, id, "ORG_CHECK");
    await inState(publisher, id, "CORRECTION");
    await inState(publisher, id, "MARKET_REVIEW");
    await inState(publisher, id, "PUBLISHED", { title: "快到期", expiresAt: inDays(20) });
    await inState(publisher, id, "PUBLISHED", { title: "还早", expiresAt: inDays(40) });
    await inState(publisher, id, "EXPIRED", { expiresAt: inDays(-5) });
    await inState(publisher, id, "EXPIRED", { title: "早已到期", expiresAt: inDays(-200) });

    expect(await kindsOf(publisher)).toEqual([
      "listingReturned",
      "listingExpiring",
      "listingExpired",
      "draft",
    ]);
    expect(await kindsOf(owner)).toContain("listingCheck");
    expect(await kindsOf(owner)).not.toContain("draft");
    const { waiting } = await readDesk(publisher, t.db);
    expect(waiting.map((one) => one.kind).sort()).toEqual(["listingCheck", "listingReview"]);
    expect(await countDeskWork(owner, t.db)).toMatchObject({ achievementsToCheck: 1 });
    expect(await countDeskWork(publisher, t.db)).toMatchObject({ achievementsToCheck: 0 });
  });

  it("tells how complete a draft is and leads to its form", async () => {
    const { id } = await makeOrganisation(t.db);
    const publisher = await makeMember(t.db, id);
    const draft = await inState(publisher, id, "DRAFT");
    const [todo] = (await readDesk(publisher, t.db)).todos;
    expect(todo).toMatchObject({ kind: "draft", href: `/desk/achievements/${draft}/edit` });
    expect(todo?.missing).toBeGreaterThan(0);
    expect(todo?.score).toBeGreaterThanOrEqual(0);
  });

  it("folds many of a kind into one entry", async () => {
    const { id } = await makeOrganisation(t.db);
    const publisher = await makeMember(t.db, id);
    for (let i = 0; i < 9; i += 1) await inState(publisher, id, "CORRECTION");
    const { todos } = await readDesk(publisher, t.db);
    expect(todos.filter((todo) => todo.kind === "listingReturned")).toHaveLength(4);
    expect(todos.find((todo) => todo.kind === "more")).toMatchObject({ count: 5 });
  });

  it("shows a request to the side that has to answer, with its clock, and to the other as waiting", async () => {
    const scene = await makeScene(t.db);
    const introduction = await ask(t.db, scene);
    const supplier = await readDesk(scene.supplier, t.db);
    const todo = supplier.todos.find((one) => one.kind === "introductionAnswer");
    expect(todo).toMatchObject({
      subject: scene.achievement.title,
      href: `/desk/introductions/${introduction}`,
    });
    expect(todo?.dueAt).toBeInstanceOf(Date);
    const buyer = await readDesk(scene.buyer, t.db);
    expect(buyer.todos.map((one) => one.kind)).not.toContain("introductionAnswer");
    expect(buyer.waiting).toMatchObject([{ kind: "introduction", id: introduction }]);
    expect(await countDeskWork(scene.supplier, t.db)).toMatchObject({ introductionsWaiting: 1 });
  });

  it("never shows the listings of another organisation", async () => {
    const [mine, theirs] = [await makeOrganisation(t.db), await makeOrganisation(t.db)];
    const [me, other] = [await makeMember(t.db, mine.id), await makeMember(t.db, theirs.id)];
    await inState(other, theirs.id, "CORRECTION", { title: "别家的事" });
    await makeAchievement(t.db, mine.id);
    expect(JSON.stringify((await readDesk(me, t.db)).todos)).not.toContain("别家的事");
  });

  it("reads a fixed number of times, however many rows there are", async () => {
    const { id } = await makeOrganisation(t.db);
    const publisher = await makeMember(t.db, id);
    const count = async () => {
      let queries = 0;
      const watched = t.db.$extends({
        query: {
          $allOperations({ args, query }) {
            queries += 1;
            return query(args);
          },
        },
      });
      await readDesk(publisher, watched as unknown as typeof t.db);
      return queries;
    };
    await inState(publisher, id, "DRAFT");
    await inState(publisher, id, "CORRECTION");
    const few = await count();
    for (let i = 0; i < 20; i += 1) {
      await inState(publisher, id, i % 2 === 0 ? "DRAFT" : "CORRECTION");
    }
    expect(await count()).toBe(few);
  });
});

describe("office", () => {
  it("counts the queue of the reviewer's region only, the overdue ones apart", async () => {
    const jinan = await makeOrganisation(t.db, { regionCode: "370102" });
    const publisher = await makeMember(t.db, jinan.id);
    const late = await inState(publisher, jinan.id, "MARKET_REVIEW", { title: "已超时" });
    await inState(publisher, jinan.id, "MARKET_REVIEW", { title: "刚提交" });
    await t.db.procedureClock.create({
      data: {
        id: newId(),
        procedure: "listing",
        subjectId: late,
        clock: "marketReview",
        startedAt: inDays(-9),
        dueAt: inDays(-1),
        firedAt: inDays(-1),
      },
    });
    const here = await readOffice(await makeOfficer(t.db, "REVIEWER", "370100"), t.db);
    const queue = here.queues.find((one) => one.kind === "achievement");
    expect(queue).toMatchObject({ total: 2, overdue: 1 });
    expect(queue?.items[0]?.title).toBe("已超时");
    expect(here.operations).toBeNull();

    const elsewhere = await readOffice(await makeOfficer(t.db, "REVIEWER", "370200"), t.db);
    expect(elsewhere.queues.every((one) => one.total === 0)).toBe(true);

    const operator = await readOffice(await makeOfficer(t.db, "MARKET_OPERATOR", null), t.db);
    expect(operator.queues.find((one) => one.kind === "achievement")?.total).toBe(2);
    expect(operator.operations).toMatchObject({ stuckClocks: 0 });
  });
});
