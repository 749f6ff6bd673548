import { describe, expect, it } from "vitest";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { getCallProject } from "~/domain/roadshows/call/call-queries.server";
import { findDueRoadshows } from "~/domain/roadshows/events/due-roadshows-queries.server";
import { settleRoadshow } from "~/domain/roadshows/events/settle-roadshow.server";
import { clock } from "~/domain/shared/clock";
import { projectAt } from "../../factories/roadshow-call";
import { dayAt } from "../../factories/roadshow-day";
import { dayIn, roadshowAt } from "../../factories/roadshows";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const stateOf = async (id: string) =>
  (await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).state;
const sweep = async (roadshowId: string) => {
  const due = (await findDueRoadshows(t.db)).filter(({ id }) => id === roadshowId);
  for (const one of due) await settleRoadshow(one, t.db);
  return due.map(({ what }) => what);
};

describe("what the market does by itself", () => {
  it("asks once for each date for slides that are not in", async () => {
    // Slides are due seven days before the first one.
    const far = await roadshowAt(t, "REGISTRATION", { startsOn: dayIn(30) });
    await projectAt(t, far, "CONFIRMED");
    expect(await sweep(far.id)).toEqual([]);
    const event = await roadshowAt(t, "REGISTRATION", { startsOn: dayIn(9) });
    const open = await projectAt(t, event, "CONFIRMED");
    const done = await projectAt(t, event, "CONFIRMED", { hasMaterial: true });
    const told = (userId: string) =>
      t.db.notification.count({ where: { kind: "pitchMaterialSoon", userId } });
    expect(await sweep(event.id)).toEqual(["MATERIALS"]);
    expect(await sweep(event.id)).toEqual(["MATERIALS"]);
    expect(await told(open.owner.actor.userId)).toBe(1);
    expect(await told(done.owner.actor.userId)).toBe(0);
    await t.db.roadshow.update({
      where: { id: event.id },
      data: { materialsDueAt: new Date(clock.now().getTime() + 3_600_000) },
    });
    await sweep(event.id);
    expect(await told(open.owner.actor.userId)).toBe(2);
    await t.db.roadshow.update({
      where: { id: event.id },
      data: { materialsDueAt: clock.now() },
    });
    expect(await sweep(event.id)).toEqual([]);
  });

  it("settles confirmations while people meet, too, and nobody moves up then", async () => {
    const event = await roadshowAt(t, "MATCHING");
    const silent = await projectAt(t, event, "SELECTED", { confirmDueAt: clock.now() });
    const reserve = await projectAt(t, event, "RESERVE", { rank: 1 });
    expect(await sweep(event.id)).toEqual(["CONFIRMATIONS"]);
    expect(await stateOf(silent.id)).toBe("WAIVED");
    expect(await stateOf(reserve.id)).toBe("RESERVE");
    expect(await sweep(event.id)).toEqual([]);
  });
});

describe("on the day", () => {
  it("a reserve moves up while a pitch is ahead, and not after the last has begun", async () => {
    const past = await dayAt(t, { startsOn: dayIn(-1) });
    const ahead = await dayAt(t, { startsOn: dayIn(1) });
    for (const [{ roadshow, projects, organiser }, state] of [
      [past, "RESERVE"],
      [ahead, "SELECTED"],
    ] as const) {
      const reserve = await projectAt(t, roadshow, "RESERVE", { rank: 1 });
      await advanceProject(projects[1]?.id ?? "", "fallIll", { note: "发热" }, organiser, t.db);
      expect(await stateOf(reserve.id)).toBe(state);
    }
  });

  it("who is not on a stage any more is marked absent on the call's page, with a note", async () => {
    const ahead = await dayAt(t, { startsOn: dayIn(1), projects: 1 });
    const past = await dayAt(t, { startsOn: dayIn(-1), projects: 1 });
    const movesOf = async ({ roadshow, projects, organiser }: typeof past) => {
      const ids = { roadshowId: roadshow.id, projectId: projects[0]?.id ?? "" };
      return (await getCallProject(t.db, ids, organiser, "zh-CN")).moves;
    };
    expect(await movesOf(ahead)).not.toContain("miss");
    expect(await movesOf(past)).toContain("miss");
    const id = past.projects[0]?.id ?? "";
    const miss = (note: string, actor = past.organiser) =>
      codeOf(advanceProject(id, "miss", { note }, actor, t.db));
    expect(await miss(" ")).toBe("note_required");
    expect(await miss("未到场", past.projects[0]?.owner.actor)).toBe("wrong_actor");
    expect(await miss("未到场")).toBe("done");
    expect(await stateOf(id)).toBe("NO_SHOW");
    expect(await movesOf(past)).not.toContain("miss");
  });
});
