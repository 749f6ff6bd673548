import { describe, expect, it } from "vitest";
import { findConflicts } from "~/domain/roadshows/timetable/conflict-queries.server";
import { copyPlan } from "~/domain/roadshows/timetable/copy-plan.server";
import { lockEntry } from "~/domain/roadshows/timetable/lock-entry.server";
import { moveEntry } from "~/domain/roadshows/timetable/move-entry.server";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { placeActivity } from "~/domain/roadshows/timetable/place-activity.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import { takeOutEntry } from "~/domain/roadshows/timetable/take-out-entry.server";
import { DomainError } from "~/domain/shared/domain-error";
import { makeTrader } from "../../factories/challenges";
import { actorOf, makeUser } from "../../factories/people";
import { eventToPlan, quickSolver, solvedPlan } from "../../factories/roadshow-plans";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

/** A draft of two pitches beside the opening. */
async function draft() {
  const event = await eventToPlan(t, "SELECTION", { projects: 2 });
  const planId = await solvedPlan(t, event);
  const { roadshow } = event;
  // Meetings could be where a test moves a pitch to.
  await t.db.roadshowEntry.deleteMany({ where: { planId, kind: "MEETING" } });
  const entries = await t.db.roadshowEntry.findMany({
    where: { planId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { people: true },
  });
  const [first, second] = entries.filter(({ kind }) => kind === "PITCH");
  if (!first || !second) throw new Error("two pitches are expected");
  const when = (time: string) => at(roadshow.startsOn, time);
  const target = (revision: number) => ({ roadshowId: roadshow.id, planId, revision });
  return { ...event, planId, first, second, when, target, actor: roadshow.organiser.actor };
}

describe("a draft changed by hand", () => {
  it("moves, keeps and takes out entries, and gives them a place again", async () => {
    const { target, planId, first, second, when, actor, roadshow } = await draft();
    const hall = roadshow.halls[1];
    const to = { placeId: hall, startsAt: when("16:00") };
    await moveEntry({ ...target(1), entryId: first.id, ...to }, actor, t.db);
    const moved = await t.db.roadshowEntry.findUniqueOrThrow({
      where: { id: first.id },
      include: { people: true },
    });
    expect(moved.startsAt).toEqual(when("16:00"));
    expect(
      moved.people.every(({ startsAt }) => startsAt.getTime() === moved.startsAt.getTime()),
    ).toBe(true);
    await lockEntry({ ...target(2), entryId: first.id, isLocked: true }, actor, t.db);
    const locked = moveEntry({ ...target(3), entryId: first.id, ...to }, actor, t.db);
    await expect(locked).rejects.toThrow("entry_locked");
    await takeOutEntry({ ...target(3), entryId: second.id }, actor, t.db);
    await placeActivity(
      {
        ...target(4),
        kind: "PITCH",
        subject: second.projectId ?? "",
        placeId: hall,
        startsAt: when("17:00"),
      },
      actor,
      t.db,
    );
    const again = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId, projectId: second.projectId },
      include: { people: true },
    });
    expect(again.people.map(({ role }) => role).sort()).toEqual(["JUDGE", "PRESENTER"]);
    expect(await t.db.roadshowPlan.findUnique({ where: { id: planId } })).toMatchObject({
      revision: 5,
    });
  });

  it("tells the second of two organisers what the first has changed", async () => {
    const { target, first, second, when, actor, roadshow } = await draft();
    const hall = roadshow.halls[1];
    const move = (entryId: string, time: string) =>
      moveEntry({ ...target(1), entryId, placeId: hall, startsAt: when(time) }, actor, t.db);
    const both = await Promise.allSettled([move(first.id, "15:00"), move(second.id, "16:00")]);
    const [late] = both.flatMap((one) =>
      one.status === "rejected" ? [one.reason as unknown] : [],
    );
    expect(late).toBeInstanceOf(DomainError);
    const { code, params } = late as DomainError;
    expect(code).toBe("plan_changed");
    expect(String(params.changes)).toContain("2号路演厅");
    expect(String(params.changes)).toContain(actor.name);
  });

  it("refuses two in one place and a person in two, by name", async () => {
    const { target, first, second, actor, planId } = await draft();
    const onTop = { entryId: second.id, placeId: first.placeId, startsAt: first.startsAt };
    const error: unknown = await moveEntry({ ...target(1), ...onTop }, actor, t.db).catch(
      (reason: unknown) => reason,
    );
    expect((error as DomainError).code).toBe("entry_conflict");
    expect(String((error as DomainError).params.names)).toContain("路演项目");
    expect(await t.db.roadshowPlan.findUnique({ where: { id: planId } })).toMatchObject({
      revision: 1,
    });
  });

  it("is not published with a hard conflict, which is named", async () => {
    const { target, first, second, when, actor, planId, presenters, projects } = await draft();
    const nth = projects.findIndex(({ id }) => id === first.projectId);
    const person = presenters[nth];
    await t.db.roadshowParticipant.update({
      where: { id: person?.id ?? "" },
      data: {
        unavailable: [{ from: when("14:00").toISOString(), to: when("18:00").toISOString() }],
      },
    });
    const early = { entryId: second.id, placeId: second.placeId, startsAt: when("08:00") };
    await moveEntry({ ...target(1), ...early }, actor, t.db);
    const away = { entryId: first.id, placeId: first.placeId, startsAt: when("15:00") };
    await moveEntry({ ...target(2), ...away }, actor, t.db);
    const kinds = (await findConflicts(t.db, planId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["ABSENT", "ORDER", "CLOSED"]));
    const error: unknown = await publishPlan(planId, "FINAL", actor, t.db).catch(
      (reason: unknown) => reason,
    );
    expect((error as DomainError).code).toBe("plan_conflicts");
    expect(String((error as DomainError).params.names)).toContain(person?.name);
  });

  it("keeps its locked entries when it is solved again", async () => {
    const { target, first, when, actor, roadshow, planId } = await draft();
    const to = { placeId: roadshow.halls[1], startsAt: when("16:30") };
    await moveEntry({ ...target(1), entryId: first.id, ...to }, actor, t.db);
    await lockEntry({ ...target(2), entryId: first.id, isLocked: true }, actor, t.db);
    const order = { reason: "AGAIN", note: "", basedOnId: planId } as const;
    const again = await orderPlan(roadshow.id, order, actor, t.db);
    await solveOrderedPlan(again, t.db, quickSolver);
    const kept = await t.db.roadshowEntry.findFirstOrThrow({
      where: { planId: again, projectId: first.projectId },
    });
    expect(kept).toMatchObject({ ...to, isLocked: true });
  });

  it("is nobody else's, and takes no place of another event", async () => {
    const { target, first, when, actor, roadshow, planId } = await draft();
    const stranger = await actorOf(t.db, (await makeUser(t.db)).id);
    const rival = (await makeTrader(t.db)).actor;
    const input = { ...target(1), entryId: first.id, startsAt: when("16:00") };
    for (const one of [stranger, rival]) {
      const move = moveEntry({ ...input, placeId: roadshow.halls[0] }, one, t.db);
      await expect(move).rejects.toThrow("not_found");
      await expect(copyPlan(roadshow.id, planId, one, t.db)).rejects.toThrow("not_found");
    }
    const other = await eventToPlan(t, "SELECTION", { projects: 1 });
    const foreign = moveEntry({ ...input, placeId: other.roadshow.halls[0] }, actor, t.db);
    await expect(foreign).rejects.toThrow("not_found");
    const crossed = moveEntry(
      { ...input, roadshowId: other.roadshow.id, placeId: other.roadshow.halls[0] },
      other.roadshow.organiser.actor,
      t.db,
    );
    await expect(crossed).rejects.toThrow("not_found");
  });
});
