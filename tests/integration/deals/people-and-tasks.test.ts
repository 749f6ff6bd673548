import { afterEach, describe, expect, it } from "vitest";
import { addColleague } from "~/domain/deals/add-colleague.server";
import { addTask } from "~/domain/deals/add-task.server";
import { answerInvitation } from "~/domain/deals/answer-invitation.server";
import { changeTask } from "~/domain/deals/change-task.server";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { getDealFrame } from "~/domain/deals/deal-frame-queries.server";
import { listInvitations } from "~/domain/deals/deal-list-queries.server";
import { getConversation, listMessagesAfter } from "~/domain/deals/deal-message-queries.server";
import { inviteAdviser } from "~/domain/deals/invite-adviser.server";
import { joinDeal } from "~/domain/deals/join-deal.server";
import { leaveDeal } from "~/domain/deals/leave-deal.server";
import { moveDeal } from "~/domain/deals/move-deal.server";
import { moveTask } from "~/domain/deals/move-task.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { remindTasks } from "~/domain/deals/remind-tasks.server";
import { removePerson } from "~/domain/deals/remove-person.server";
import { setAdviserAreas } from "~/domain/deals/set-adviser-areas.server";
import { listTasks } from "~/domain/deals/task-queries.server";
import { calendarDate, clock, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { addParticipant, makeDeal } from "../../factories/deals";
import { actorOf, makeMember, makeUser } from "../../factories/people";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";
import { toldTo } from "../matching/scene";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const text = (body: string) => ({ clientKey: newId(), body, upload: null });

describe("people", () => {
  it("lets a side bring in colleagues, and the last speaker of a side stay", async () => {
    const deal = await makeDeal(t.db);
    const colleague = await makeMember(t.db, deal.supply.id);
    expect(await codeOf(addColleague(deal.id, deal.buyer.userId, deal.seller, t.db))).toBe(
      "not_a_choice",
    );
    expect(await codeOf(leaveDeal(deal.id, deal.seller, t.db))).toBe("deal_last_speaker");
    await addColleague(deal.id, colleague.userId, deal.seller, t.db);
    expect(await codeOf(addColleague(deal.id, colleague.userId, deal.seller, t.db))).toBe(
      "deal_already_there",
    );
    const left = await Promise.all(
      [deal.seller, colleague].map((actor) => codeOf(leaveDeal(deal.id, actor, t.db))),
    );
    expect(left.sort()).toEqual(["deal_last_speaker", "done"]);
    // A membership that has ended ends the part in the room.
    await t.db.membership.updateMany({
      where: { organisationId: deal.supply.id, userId: colleague.userId },
      data: { endedAt: clock.now() },
    });
    expect(await codeOf(getDealAccess(t.db, deal.id, await actorOf(t.db, colleague.userId)))).toBe(
      "not_found",
    );
    // An administrator of the side looks on and can join, so that it is never without a voice.
    const admin = await makeMember(t.db, deal.supply.id, "ADMIN", []);
    const frame = await getDealFrame(deal.id, admin, t.db);
    expect(frame).toMatchObject({ isParticipant: false, side: "SUPPLY", moves: [] });
    expect(await codeOf(postDealMessage(deal.id, text("x"), admin, t.db))).toBe("forbidden");
    await joinDeal(deal.id, admin, t.db);
    await postDealMessage(deal.id, text("我来"), admin, t.db);
  });

  it("shows an invited lawyer nothing before acceptance and the opened parts after it", async () => {
    const deal = await makeDeal(t.db);
    const person = await makeUser(t.db);
    const lawyer = await actorOf(t.db, person.id);
    const input = { email: person.email, role: "LAWYER" as const, areas: [] };
    expect(
      await codeOf(
        inviteAdviser(deal.id, { ...input, email: "nobody@test.example" }, deal.buyer, t.db),
      ),
    ).toBe("deal_no_account");
    expect(
      await codeOf(
        inviteAdviser(deal.id, { ...input, email: deal.seller.email }, deal.buyer, t.db),
      ),
    ).toBe("deal_of_a_side");
    await inviteAdviser(deal.id, input, deal.buyer, t.db);
    expect(await codeOf(getDealFrame(deal.id, lawyer, t.db))).toBe("not_found");
    expect(await listInvitations(lawyer, t.db)).toMatchObject([{ dealId: deal.id, areas: [] }]);
    expect(await codeOf(answerInvitation(deal.id, "accept", deal.buyer, t.db))).toBe(
      "deal_invitation_closed",
    );
    await answerInvitation(deal.id, "accept", lawyer, t.db);
    expect(await codeOf(answerInvitation(deal.id, "accept", lawyer, t.db))).toBe(
      "deal_invitation_closed",
    );

    await postDealMessage(deal.id, text("内部不给律师看"), deal.seller, t.db);
    for (const work of [
      () => getConversation(deal.id, null, lawyer, t.db),
      () => listMessagesAfter(deal.id, 0, lawyer, t.db),
      () => getDealAccess(t.db, deal.id, lawyer),
      () => listTasks(deal.id, { isAll: true, skip: 0, take: 9 }, lawyer, t.db),
      () => postDealMessage(deal.id, text("x"), lawyer, t.db),
    ]) {
      expect(await codeOf(work())).toBe("deal_area_closed");
    }
    expect(await getDealFrame(deal.id, lawyer, t.db)).toMatchObject({ lastSequence: 0, unread: 0 });
    expect(await toldTo(t.db, person.id)).toEqual(["dealInvited"]);

    const areas = { userId: person.id, areas: ["CONVERSATION" as const] };
    expect(await codeOf(setAdviserAreas(deal.id, areas, deal.seller, t.db))).toBe("forbidden");
    await setAdviserAreas(deal.id, areas, deal.buyer, t.db);
    await postDealMessage(deal.id, text("法律意见"), lawyer, t.db);
    expect(await codeOf(moveDeal(deal.id, { move: "pause", note: "x" }, lawyer, t.db))).toBe(
      "wrong_actor",
    );
    expect(await codeOf(removePerson(deal.id, person.id, deal.seller, t.db))).toBe("forbidden");
    await removePerson(deal.id, person.id, deal.buyer, t.db);
    expect(await codeOf(getDealFrame(deal.id, lawyer, t.db))).toBe("not_found");
  });
});

describe("tasks", () => {
  it("are set, moved and finished by those concerned, and reminded of once a day", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const deal = await makeDeal(t.db);
    const broker = await actorOf(t.db, (await makeUser(t.db)).id);
    await addParticipant(t.db, deal.id, broker.userId, { role: "LAWYER" });
    const due = calendarDate(new Date(clock.now().getTime() + DAY_MS));
    const task = { title: "寄样品", note: "", assigneeId: deal.seller.userId, dueOn: due };
    expect(await codeOf(addTask(deal.id, task, broker, t.db))).toBe("deal_area_closed");
    expect(
      await codeOf(addTask(deal.id, { ...task, assigneeId: broker.userId }, deal.buyer, t.db)),
    ).toBe("deal_assignee");
    const taskId = await addTask(deal.id, task, deal.buyer, t.db);
    const other = await makeDeal(t.db);
    expect(await codeOf(moveTask(other.id, { taskId, move: "finish" }, other.buyer, t.db))).toBe(
      "not_found",
    );

    const reminded = async () =>
      (await toldTo(t.db, deal.seller.userId)).filter((kind) => kind === "dealTaskDue").length;
    await Promise.all([remindTasks(t.db), remindTasks(t.db)]);
    expect(await reminded()).toBe(1);
    testClock.advance(DAY_MS);
    await remindTasks(t.db);
    await remindTasks(t.db);
    expect(await reminded()).toBe(2);
    testClock.advance(2 * DAY_MS);
    expect((await getDealFrame(deal.id, deal.seller, t.db)).step).toBe("overdueTask");
    await changeTask(
      deal.id,
      { taskId, assigneeId: deal.buyer.userId, dueOn: "2026-12-31" },
      deal.seller,
      t.db,
    );
    expect(await codeOf(moveTask(deal.id, { taskId, move: "cancel" }, deal.seller, t.db))).toBe(
      "wrong_actor",
    );
    const finished = await Promise.all(
      [1, 2].map(() => codeOf(moveTask(deal.id, { taskId, move: "finish" }, deal.buyer, t.db))),
    );
    expect(finished.sort()).toEqual(["done", "wrong_state"]);
    const { items } = await listTasks(
      deal.id,
      { isAll: true, skip: 0, take: 9 },
      deal.seller,
      t.db,
    );
    expect(items).toMatchObject([{ state: "DONE", doneByName: deal.buyer.name }]);
    await remindTasks(t.db);
    expect(await reminded()).toBe(2);
  });
});
