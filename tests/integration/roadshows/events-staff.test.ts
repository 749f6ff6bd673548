import { describe, expect, it } from "vitest";
import { answerSeat } from "~/domain/roadshows/events/answer-seat.server";
import { findDueRoadshows } from "~/domain/roadshows/events/due-roadshows-queries.server";
import { getRoadshowFrame } from "~/domain/roadshows/events/frame-queries.server";
import { inviteMember } from "~/domain/roadshows/events/invite-member.server";
import { memberSchema } from "~/domain/roadshows/events/member-schema";
import { getPublicRoadshow } from "~/domain/roadshows/events/public-roadshow-queries.server";
import { removeMember } from "~/domain/roadshows/events/remove-member.server";
import { findRoadshowAccess } from "~/domain/roadshows/events/roadshow-access.server";
import { searchRoadshows } from "~/domain/roadshows/events/roadshow-search-queries.server";
import { readRoadshowFilters } from "~/domain/roadshows/events/roadshow-search-schema";
import { settleRoadshow } from "~/domain/roadshows/events/settle-roadshow.server";
import { actorOf, makeMember, makeStranger, makeUser } from "../../factories/people";
import { dayIn, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; field?: string }) =>
      [error.code, error.field].filter(Boolean).join("@"),
  );

describe("staff", () => {
  it("is asked by address or among colleagues, answers, and is asked again", async () => {
    const event = await roadshowAt(t, "APPROVED");
    const { actor } = event.organiser;
    const person = await makeUser(t.db);
    const judge = await actorOf(t.db, person.id);
    const ask = (input: object) =>
      inviteMember(event.id, memberSchema.parse({ role: "JUDGE", ...input }), actor, t.db);
    expect(await code(ask({ email: "nobody@test.example" }))).toBe("roadshow_person_unknown@email");
    // A person of another organisation is no colleague.
    expect(await code(ask({ userId: person.id }))).toBe("roadshow_person_unknown@userId");
    const twice = await Promise.all([
      code(ask({ email: person.email })),
      code(ask({ email: person.email })),
    ]);
    expect([...twice].sort()).toEqual(["done", "roadshow_seat_there@email"]);
    const { id: memberId } = await t.db.roadshowMember.findFirstOrThrow();
    expect(await code(answerSeat(memberId, "accept", {}, actor, t.db))).toBe("not_found");
    expect(await code(getRoadshowFrame(event.id, judge, t.db))).toBe("not_found");
    await answerSeat(memberId, "accept", {}, judge, t.db);
    expect((await getRoadshowFrame(event.id, judge, t.db)).roles).toEqual(["JUDGE"]);
    const place = await t.db.roadshowParticipant.findFirstOrThrow({ where: { userId: person.id } });
    expect([place.roles, place.state]).toEqual([["JUDGE"], "REGISTERED"]);
    await answerSeat(memberId, "decline", { note: "出差" }, judge, t.db);
    const left = await t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: place.id } });
    expect(left.roles).toEqual(["AUDIENCE"]);
    expect((await ask({ email: person.email })).memberId).toBe(memberId);
    const colleague = await makeMember(t.db, event.organiser.id, "MEMBER", []);
    expect(await code(ask({ userId: colleague.userId, role: "DESK" }))).toBe("done");
    const other = await roadshowAt(t, "APPROVED");
    const foreign = removeMember(other.id, memberId, other.organiser.actor, t.db);
    expect(await code(foreign)).toBe("not_found");
    await removeMember(event.id, memberId, actor, t.db);
    expect(await code(answerSeat(memberId, "accept", {}, judge, t.db))).toBe("wrong_state");
  });

  it("is not asked for an event that is over", async () => {
    const event = await roadshowAt(t, "CANCELLED");
    const { email } = await makeUser(t.db);
    const input = memberSchema.parse({ role: "DESK", email });
    const asked = inviteMember(event.id, input, event.organiser.actor, t.db);
    expect(await code(asked)).toBe("roadshow_event_over");
    expect(memberSchema.safeParse({ role: "DESK" }).error?.issues[0]?.path).toEqual(["email"]);
  });
});

describe("what the public sees", () => {
  it("is nothing before approval, and no strange number is an error of the server", async () => {
    const draft = await roadshowAt(t, "VETTING");
    const stranger = await makeStranger(t.db);
    const see = (number: number, actor: typeof stranger | null) =>
      code(getPublicRoadshow(t.db, number, actor, "zh-CN"));
    expect(await see(draft.number, null)).toBe("not_found");
    expect(await see(draft.number, stranger)).toBe("not_found");
    expect(await see(draft.number, draft.organiser.actor)).toBe("done");
    expect(await see(draft.number, draft.office)).toBe("done");
    for (const number of [Number.NaN, -1, 1.5, 9_999_999_999]) {
      expect(await see(number, null)).toBe("not_found");
    }
    expect(await code(findRoadshowAccess(t.db, { id: "x' OR 1" }, stranger))).toBe("not_found");
  });

  it("is found by field, region, month, state and time", async () => {
    const { organiser, office, ...open } = await roadshowAt(t, "CALL_OPEN");
    await roadshowAt(t, "CLOSED", { organiser, office });
    await roadshowAt(t, "DRAFT", { organiser, office });
    const find = async (query: string) => {
      const filters = readRoadshowFilters(new URLSearchParams(query));
      return (await searchRoadshows(t.db, filters, { skip: 0, take: 9 }, "zh-CN")).total;
    };
    expect(await find("")).toBe(1);
    expect(await find("when=past")).toBe(1);
    expect(await find(`month=${open.startsOn.slice(0, 7)}&region=370100&field=4`)).toBe(1);
    expect(await find("month=2026-13&state=DRAFT&field='")).toBe(1);
    expect(await find("region=440000")).toBe(0);
    expect(await find("state=CLOSED")).toBe(0);
    // Today's event is held already: it does not come any more.
    await roadshowAt(t, "REPORTED", { organiser, office, startsOn: dayIn(0) });
    await roadshowAt(t, "LIVE", { organiser, office, startsOn: dayIn(0) });
    expect(await find("")).toBe(2);
    expect(await find("when=past")).toBe(2);
  });
});

describe("the clock", () => {
  it("ends a call that is due, once, and leaves others alone", async () => {
    const due = await roadshowAt(t, "CALL_OPEN", { startsOn: dayIn(10) });
    const { organiser, office } = due;
    await roadshowAt(t, "CALL_OPEN", { organiser, office });
    const found = await findDueRoadshows(t.db);
    expect(found).toEqual([{ id: due.id, what: "CALL_OVER" }]);
    for (const one of [...found, ...found]) await settleRoadshow(one, t.db);
    const row = await t.db.roadshow.findUniqueOrThrow({ where: { id: due.id } });
    expect(row.state).toBe("CALL_CLOSED");
    expect(await t.db.notification.count({ where: { kind: "roadshowCallClosed" } })).toBe(1);
  });
});
