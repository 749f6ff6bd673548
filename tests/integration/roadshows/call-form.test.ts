import { describe, expect, it } from "vitest";
import { absenceRows, readAbsences } from "~/domain/roadshows/call/absence-schema";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { getCallProject, listCallProjects } from "~/domain/roadshows/call/call-queries.server";
import { getOwnProject } from "~/domain/roadshows/call/own-project-queries.server";
import { saveProject } from "~/domain/roadshows/call/save-project.server";
import { startProject } from "~/domain/roadshows/call/start-project.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { makeTrader } from "../../factories/challenges";
import { makeMember, makeStranger } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { projectAt, projectForm } from "../../factories/roadshow-call";
import { roadshowAt, type TestRoadshow } from "../../factories/roadshows";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

async function draft(event: TestRoadshow, side: "SUPPLY" | "DEMAND" = "SUPPLY") {
  const owner = await makeTrader(t.db);
  const start = { roadshow: String(event.number), organisationId: owner.id, side };
  const { id } = await startProject(start, owner.actor, t.db);
  const save = (changes: Parameters<typeof projectForm>[0], isHandedIn = true) =>
    saveProject({ projectId: id, form: projectForm(changes), isHandedIn }, owner.actor, t.db);
  const stored = () => t.db.roadshowProject.findUniqueOrThrow({ where: { id } });
  return { id, owner, save, stored };
}

describe("the form of a project", () => {
  it("begins from an own published achievement or need, once for each event", async () => {
    const event = await roadshowAt(t, "CALL_OPEN");
    const owner = await makeTrader(t.db);
    const other = await makeTrader(t.db);
    const achievement = await makeAchievement(t.db, owner.id, { title: "固态电解质" });
    const hidden = await makeAchievement(t.db, owner.id, { state: "DRAFT" });
    const foreign = await makeNeed(t.db, other.id);
    const need = await makeNeed(t.db, owner.id, { title: "低温胶" });
    const start = { roadshow: event.id, organisationId: owner.id };
    const supply = { ...start, side: "SUPPLY" as const, achievementId: achievement.id };
    const { id } = await startProject(supply, owner.actor, t.db);
    expect(await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).toMatchObject({
      title: "固态电解质",
      achievementId: achievement.id,
      presenterUserId: owner.actor.userId,
      state: "DRAFT",
    });
    const code = (input: Parameters<typeof startProject>[0], actor = owner.actor) =>
      codeOf(startProject(input, actor, t.db));
    expect(await code(supply)).toBe("pitch_twice");
    expect(await code({ ...supply, achievementId: hidden.id })).toBe("pitch_source");
    const demand = { ...start, side: "DEMAND" as const };
    expect(await code({ ...demand, needId: foreign.id })).toBe("pitch_source");
    expect(await code({ ...demand, needId: need.id })).toBe("done");
    expect(await code(supply, other.actor)).toBe("pitch_no_organisation");
    const signer = await makeMember(t.db, owner.id, "MEMBER", ["SIGN"]);
    expect(await code({ ...start, side: "SUPPLY" }, signer)).toBe("pitch_no_organisation");
    const closed = await roadshowAt(t, "CALL_CLOSED");
    expect(await code({ ...demand, roadshow: closed.id })).toBe("pitch_call_over");
    const secret = await roadshowAt(t, "DRAFT");
    expect(await code({ ...demand, roadshow: secret.id })).toBe("not_found");
    expect(await code({ ...demand, roadshow: "nonsense" })).toBe("not_found");
  });

  it("never lets an organisation have more than its number, two at once included", async () => {
    const event = await roadshowAt(t, "CALL_OPEN", { rules: { projectsPerOrganisation: 2 } });
    const owner = await makeTrader(t.db);
    const start = { roadshow: event.id, organisationId: owner.id, side: "DEMAND" as const };
    const codes = await Promise.all(
      [1, 2, 3].map(() => codeOf(startProject(start, owner.actor, t.db))),
    );
    expect(codes.sort()).toEqual(["done", "done", "pitch_too_many"]);
  });

  it("answers the question of novelty before anything is handed in", async () => {
    const event = await roadshowAt(t, "CALL_OPEN");
    const { save, stored } = await draft(event);
    expect(await codeOf(save({ noveltyAnswer: null }))).toBe("pitch_novelty_unanswered");
    expect(await codeOf(save({ noveltyAnswer: "NOT_FILED" }))).toBe("pitch_patent_first");
    expect(await codeOf(save({ noveltyNote: "" }))).toBe("pitch_application_number");
    const disclosed = { noveltyAnswer: "DISCLOSED", noveltyNote: "" };
    expect(await codeOf(save(disclosed))).toBe("pitch_novelty_note");
    expect(await stored()).toMatchObject({ state: "DRAFT", revision: 1, noveltyAt: null });
    await save({ noveltyAnswer: "NDA", noveltyNote: "" });
    expect(await stored()).toMatchObject({
      state: "SUBMITTED",
      confidentiality: "NDA_SESSION",
      noveltyAnswer: "NDA",
    });
    expect((await stored()).noveltyAt).not.toBeNull();
  });

  it("is held to the disclosure rule by the database itself", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const { id } = await projectAt(t, event, "FORM_CHECK", { confidentiality: "NDA_SESSION" });
    const write = (data: object) => t.db.roadshowProject.update({ where: { id }, data });
    await expect(write({ confidentiality: "PUBLIC" })).rejects.toThrow("project_disclosure");
    await expect(write({ noveltyAnswer: null })).rejects.toThrow("project_disclosure");
    await expect(write({ noveltyAt: null })).rejects.toThrow("project_disclosure");
  });

  it("keeps to the rules of the event", async () => {
    const event = await roadshowAt(t, "CALL_OPEN", { rules: { peoplePerFirm: 2, summaryMax: 50 } });
    const { save, owner, id } = await draft(event);
    const stranger = await makeStranger(t.db);
    const cases: [Parameters<typeof projectForm>[0], string][] = [
      [{ title: "" }, "required"],
      [{ trl: null }, "required"],
      [{ summary: "长".repeat(51) }, 'too_long|{"max":50}'],
      [{ companions: 2 }, 'pitch_companions|{"max":1}'],
      [{ language: "fr" }, "not_a_choice"],
      [{ equipment: ["MODEL_TABLE"] }, "not_a_choice"],
      [{ fieldCodes: ["9999"] }, "not_a_choice"],
      [{ presenterUserId: stranger.userId }, "pitch_presenter"],
      [{ revision: 7 }, "stale_revision"],
    ];
    for (const [changes, code] of cases) expect(await codeOf(save(changes))).toBe(code);
    const form = { companions: 1, equipment: ["PROJECTOR"], isOnline: true };
    await save({ ...form, unavailable: [{ day: event.startsOn, from: "09:00", to: "10:30" }] });
    const page = await getOwnProject(t.db, id, owner.actor, "zh-CN");
    expect(page.content.absences).toEqual([{ day: event.startsOn, from: "09:00", to: "10:30" }]);
    expect(page.content).toMatchObject({ state: "SUBMITTED", isOnline: false, companions: 1 });
    expect(await codeOf(save({ revision: 2 }))).toBe("wrong_state");
  });

  it("can be handed in again after it was returned, until the call ends", async () => {
    const event = await roadshowAt(t, "CALL_OPEN");
    const { id, owner, save, stored } = await draft(event);
    await save({});
    const organiser = event.organiser.actor;
    await advanceProject(id, "returnForm", { note: "请补充指标" }, organiser, t.db);
    expect(await stored()).toMatchObject({ state: "RETURNED", checkNote: "请补充指标" });
    await save({ revision: 2 });
    await advanceProject(id, "returnForm", { note: "再补充" }, organiser, t.db);
    const { callDueAt } = await t.db.roadshow.findUniqueOrThrow({ where: { id: event.id } });
    const time = useTestClock(callDueAt ?? clock.now());
    expect(await codeOf(save({ revision: 3 }))).toBe("pitch_call_over");
    time.restore();
    expect(await stored()).toMatchObject({ state: "RETURNED", revision: 3 });
    await advanceProject(id, "withdraw", {}, owner.actor, t.db);
  });

  it("reads hours of absence in the market's zone", () => {
    const rows = [
      { day: "2026-12-01", from: "", to: "" },
      { day: "2026-12-02", from: "14:00", to: "" },
    ];
    const spans = absenceRows.parse(rows);
    expect(spans[0]).toEqual({ from: "2026-11-30T16:00:00.000Z", to: "2026-12-01T16:00:00.000Z" });
    expect(readAbsences(spans)).toEqual(rows);
    const refused = absenceRows.safeParse([{ day: "2026-12-02", from: "10:00", to: "09:00" }]);
    expect(refused.error?.issues[0]).toMatchObject({
      message: "pitch_time_order",
      path: [0, "to"],
    });
    expect(absenceRows.safeParse([{ day: "2026-13-40", from: "", to: "" }]).success).toBe(false);
  });
});

describe("who reads a project", () => {
  it("is its own side, and organiser and office once it is handed in", async () => {
    const event = await roadshowAt(t, "CALL_OPEN");
    const { id, owner, save } = await draft(event);
    const other = await makeTrader(t.db);
    const organiser = event.organiser.actor;
    const ids = { roadshowId: event.id, projectId: id };
    const asOrganiser = () => codeOf(getCallProject(t.db, ids, organiser, "zh-CN"));
    expect(await asOrganiser()).toBe("not_found");
    await save({});
    expect(await asOrganiser()).toBe("done");
    expect(await codeOf(getCallProject(t.db, ids, event.office, "zh-CN"))).toBe("done");
    for (const actor of [other.actor, owner.actor]) {
      expect(await codeOf(getCallProject(t.db, ids, actor, "zh-CN"))).toBe("not_found");
    }
    expect(await codeOf(getOwnProject(t.db, id, other.actor, "zh-CN"))).toBe("not_found");
    expect(await codeOf(advanceProject(id, "withdraw", {}, other.actor, t.db))).toBe("not_found");
    expect(await codeOf(advanceProject(id, "confirm", {}, organiser, t.db))).toBe("wrong_actor");
    const elsewhere = await roadshowAt(t, "CALL_OPEN", { organiser: event.organiser });
    const wrong = { roadshowId: elsewhere.id, projectId: id };
    expect(await codeOf(getCallProject(t.db, wrong, organiser, "zh-CN"))).toBe("not_found");
    const paging = { skip: 0, take: 20 };
    const list = (filter: object) => listCallProjects(t.db, event.id, filter, paging, "zh-CN");
    await projectAt(t, event, "DRAFT");
    expect(await list({})).toMatchObject({ total: 1 });
    expect(await list({ side: "DEMAND" })).toMatchObject({ total: 0 });
    expect(await list({ q: "正极" })).toMatchObject({ total: 1 });
  });
});
