import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { changePresenter } from "~/domain/roadshows/call/change-presenter.server";
import { getOwnProject } from "~/domain/roadshows/call/own-project-queries.server";
import { findRecusedJudges } from "~/domain/roadshows/call/recusal-queries.server";
import { makeTrader } from "../../factories/challenges";
import { addMember, makeMember } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { publishedEvent, solvedPlan } from "../../factories/roadshow-plans";
import { roadshowAt, seatOf } from "../../factories/roadshows";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const formFor = (userId: string, revision = 1) => ({
  presenterUserId: userId,
  presenterTitle: "研究员",
  unavailable: [],
  revision,
});
const rolesOf = async (roadshowId: string, { userId }: UserActor) =>
  (
    await t.db.roadshowParticipant.findUnique({
      where: { roadshowId_userId: { roadshowId, userId } },
    })
  )?.roles;

describe("another presenter", () => {
  it("is a colleague, before the event begins, and judges it is tied to step back", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const { id, owner } = await projectAt(t, event, "FORM_CHECK");
    const judge = await seatOf(t, event, "JUDGE");
    const change = (userId: string, actor = owner.actor, projectId = id, revision = 1) =>
      codeOf(changePresenter({ projectId, form: formFor(userId, revision) }, actor, t.db));
    const other = await makeTrader(t.db);
    const colleague = await makeMember(t.db, owner.id, "MEMBER", []);
    expect(await change(other.actor.userId)).toBe("pitch_presenter");
    expect(await change(colleague.userId, other.actor)).toBe("not_found");
    expect(await change(colleague.userId, colleague)).toBe("forbidden");
    expect(await change(colleague.userId, owner.actor, id, 7)).toBe("stale_revision");
    expect(await change(colleague.userId)).toBe("done");
    expect(await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).toMatchObject({
      presenterUserId: colleague.userId,
      presenterName: colleague.name,
      presenterTitle: "研究员",
      revision: 2,
    });
    await addMember(t.db, owner.id, judge.actor.userId);
    expect(await change(judge.actor.userId, owner.actor, id, 2)).toBe("done");
    expect((await findRecusedJudges(t.db, event.id)).get(id)).toEqual(
      new Set([judge.actor.userId]),
    );
    // Nobody is on the programme yet.
    expect(await rolesOf(event.id, colleague)).toBeUndefined();
    const live = await roadshowAt(t, "LIVE", { organiser: event.organiser, office: event.office });
    const late = await projectAt(t, live, "CONFIRMED", { owner });
    expect(await change(colleague.userId, owner.actor, late.id)).toBe("wrong_state");
    const page = await getOwnProject(t.db, late.id, owner.actor, "zh-CN");
    expect(page.mayChangePresenter).toBe(false);
  });

  it("takes over the place in the public timetable, or the organiser plans again", async () => {
    const event = await publishedEvent(t, "FINAL", "SELECTION", { projects: 2, judges: 1 });
    const { roadshow, projects, planId, judges } = event;
    const draftId = await solvedPlan(t, event);
    const [first, second] = projects;
    if (!first || !second) throw new Error("no projects");
    const colleague = await makeMember(t.db, first.owner.id, "MEMBER", []);
    const input = { projectId: first.id, form: formFor(colleague.userId) };
    await changePresenter(input, first.owner.actor, t.db);
    expect(await rolesOf(roadshow.id, colleague)).toEqual(["PRESENTER"]);
    expect(await rolesOf(roadshow.id, first.presenter)).toEqual(["AUDIENCE"]);
    const row = () =>
      t.db.roadshow.findUniqueOrThrow({ where: { id: roadshow.id }, include: { plan: true } });
    const now = await row();
    expect(now.plan).toMatchObject({ state: "FINAL", basedOnId: planId });
    expect(now.sequence).toBe(2);
    const presenterOf = async (projectId: string) =>
      t.db.roadshowEntryPerson.findMany({
        where: { planId: now.planId ?? "", role: "PRESENTER", entry: { projectId } },
        select: { participant: { select: { userId: true } } },
      });
    expect(await presenterOf(first.id)).toEqual([{ participant: { userId: colleague.userId } }]);
    const draft = await t.db.roadshowPlan.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft.state).toBe("DISCARDED");
    // The judge of the pitch is at it already, and may not judge an own project.
    const judge = judges[0]?.actor.userId ?? "";
    await addMember(t.db, second.owner.id, judge);
    await changePresenter({ projectId: second.id, form: formFor(judge) }, second.owner.actor, t.db);
    expect((await row()).planId).toBe(now.planId);
    const told = await t.db.notification.groupBy({
      by: ["kind"],
      where: { userId: roadshow.organiser.actor.userId, kind: { startsWith: "pitchPresenter" } },
    });
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      "pitchPresenterChanged",
      "pitchPresenterUnplanned",
    ]);
  });
});
