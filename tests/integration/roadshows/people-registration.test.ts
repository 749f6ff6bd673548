import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptUndertaking } from "~/domain/roadshows/people/accept-undertaking.server";
import { addWalkIn } from "~/domain/roadshows/people/add-walk-in.server";
import { cancelParticipant } from "~/domain/roadshows/people/cancel-participant.server";
import { editParticipant } from "~/domain/roadshows/people/edit-participant.server";
import { ensureParticipant } from "~/domain/roadshows/people/ensure-participant.server";
import { registerParticipant } from "~/domain/roadshows/people/register-participant.server";
import { seatParticipant } from "~/domain/roadshows/people/seat-participant.server";
import { strikeParticipant } from "~/domain/roadshows/people/strike-participant.server";
import { undertakingHash } from "~/domain/roadshows/people/undertaking-hash.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTrader } from "../../factories/challenges";
import { actorOf, addMember, makeStranger, makeUser } from "../../factories/people";
import { participantForm, personAt } from "../../factories/roadshow-people";
import { roadshowAt, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let test: ReturnType<typeof useTestClock>;
beforeEach(() => {
  test = useTestClock(new Date("2026-03-02T02:00:00Z"));
});
afterEach(() => test.restore());

const form = participantForm();
const rowOf = (id: string) => t.db.roadshowParticipant.findUniqueOrThrow({ where: { id } });
const toldOf = async (userId: string) =>
  (await t.db.notification.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    (one) => one.kind,
  );

describe("registration", () => {
  it("keeps what a person says, with its organisation, and tells it", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const firm = await makeTrader(t.db, "泉城材料有限公司");
    const said = participantForm({
      organisationId: firm.id,
      interests: "找高湿稳定的钠电正极",
      fieldCodes: ["4"],
      meetingsMax: "３",
      unavailable: [{ day: event.startsOn, from: "09:00", to: "10:00" }],
      acceptsUndertaking: "on",
      undertakingHash: undertakingHash(event.id),
    });
    const { number } = event;
    const made = await registerParticipant({ number, form: said }, firm.actor, t.db);
    expect(made.state).toBe("REGISTERED");
    const row = await rowOf(made.id);
    expect(row).toMatchObject({
      organisationName: "泉城材料有限公司",
      meetingsMax: 3,
      isListed: true,
      roles: ["FIRM"],
      ndaTextHash: undertakingHash(event.id),
    });
    expect(row.unavailable).toHaveLength(1);
    expect(row.checkInCode).toMatch(/^[2-9A-Z]{10}$/);
    expect(row.feedToken.length).toBeGreaterThan(30);
    expect(await toldOf(firm.actor.userId)).toEqual(["roadshowRegistered"]);
    await expect(registerParticipant({ number, form }, firm.actor, t.db)).rejects.toMatchObject({
      code: "roadshow_registered",
    });
    const changed = participantForm({ meetingsMax: "2", wantsMeetings: undefined });
    await editParticipant({ participantId: made.id, form: changed }, firm.actor, t.db);
    expect(await rowOf(made.id)).toMatchObject({
      meetingsMax: 2,
      wantsMeetings: false,
      organisationId: null,
      ndaTextHash: undertakingHash(event.id),
    });
  });

  it("refuses what is not the sender's, does not exist or is too much", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const stranger = await makeStranger(t.db);
    const other = await makeTrader(t.db);
    const refuse = async (changes: Parameters<typeof participantForm>[0], code: string) =>
      expect(
        registerParticipant(
          { number: event.number, form: participantForm(changes) },
          stranger,
          t.db,
        ),
      ).rejects.toMatchObject({ code });
    await refuse({ organisationId: other.id }, "not_a_choice");
    await refuse({ listing: `need:${newId()}` }, "not_a_choice");
    await refuse({ fieldCodes: ["no-such"] }, "not_a_choice");
    await refuse({ meetingsMax: "100" }, "out_of_range");
    const changed = { acceptsUndertaking: "on", undertakingHash: "0".repeat(64) };
    await refuse(changed, "roadshow_text_changed");
    const { number } = await roadshowAt(t, "DRAFT");
    await expect(registerParticipant({ number, form }, stranger, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    const over = await roadshowAt(t, "REPORTED");
    await expect(
      registerParticipant({ number: over.number, form }, stranger, t.db),
    ).rejects.toMatchObject({ code: "roadshow_registration_closed" });
  });

  it("ends at the deadline, for changes too, and lets so many of a firm in", async () => {
    const event = await roadshowAt(t, "REGISTRATION", { rules: { peoplePerFirm: 2 } });
    const { number } = event;
    const firm = await makeTrader(t.db);
    const colleagues = [];
    for (let i = 0; i < 2; i += 1) {
      const { id } = await makeUser(t.db);
      await addMember(t.db, firm.id, id);
      colleagues.push(await actorOf(t.db, id));
    }
    const ours = participantForm({ organisationId: firm.id });
    const first = await registerParticipant({ number, form: ours }, firm.actor, t.db);
    const [second, third] = colleagues;
    if (!second || !third) throw new Error("no colleagues");
    await registerParticipant({ number, form: ours }, second, t.db);
    await expect(registerParticipant({ number, form: ours }, third, t.db)).rejects.toMatchObject({
      code: "roadshow_firm_full",
      field: "organisationId",
    });
    await cancelParticipant(first.id, firm.actor, t.db);
    await registerParticipant({ number, form: ours }, third, t.db);
    await expect(
      registerParticipant({ number, form: ours }, firm.actor, t.db),
    ).rejects.toMatchObject({ code: "roadshow_firm_full" });
    test.advance(28 * 86_400_000);
    const late = await makeStranger(t.db);
    await expect(registerParticipant({ number, form }, late, t.db)).rejects.toMatchObject({
      code: "roadshow_registration_closed",
    });
    const own = await t.db.roadshowParticipant.findFirstOrThrow({
      where: { roadshowId: event.id, userId: second.userId },
    });
    await expect(
      editParticipant({ participantId: own.id, form }, second, t.db),
    ).rejects.toMatchObject({ code: "roadshow_registration_closed" });
  });
});

describe("on the day", () => {
  it("people come in while there are places, and bind themselves without changing the rest", async () => {
    const event = await roadshowAt(t, "LIVE", { maxAudience: 1 });
    const { number } = event;
    const one = await makeStranger(t.db);
    const two = await makeStranger(t.db);
    const { id, state } = await registerParticipant({ number, form }, one, t.db);
    expect(state).toBe("REGISTERED");
    await expect(registerParticipant({ number, form }, two, t.db)).rejects.toMatchObject({
      code: "roadshow_full",
    });
    const participantId = id;
    await expect(editParticipant({ participantId, form }, one, t.db)).rejects.toMatchObject({
      code: "roadshow_registration_closed",
    });
    const hash = undertakingHash(event.id);
    const sign = (changes: object, actor = one) => {
      const said = { acceptsUndertaking: true, undertakingHash: hash, ...changes };
      return acceptUndertaking({ participantId, form: said }, actor, t.db);
    };
    await expect(sign({}, two)).rejects.toMatchObject({ status: 404 });
    await expect(sign({ acceptsUndertaking: false })).rejects.toMatchObject({ code: "required" });
    await expect(sign({ undertakingHash: "" })).rejects.toMatchObject({
      code: "roadshow_text_changed",
    });
    await sign({});
    expect((await rowOf(id)).ndaTextHash).toBe(hash);
    const over = await roadshowAt(t, "REPORTED", { organiser: event.organiser });
    const guest = await personAt(t, over);
    const late = { acceptsUndertaking: true, undertakingHash: undertakingHash(over.id) };
    await expect(
      acceptUndertaking({ participantId: guest.id, form: late }, guest.actor, t.db),
    ).rejects.toMatchObject({ code: "roadshow_over" });
  });
});

describe("the waiting list", () => {
  it("gives the last place to one of two, and moves up when somebody leaves", async () => {
    const { number, id: roadshowId } = await roadshowAt(t, "REGISTRATION", { maxAudience: 2 });
    const people = await Promise.all([1, 2, 3, 4].map(() => makeStranger(t.db)));
    const [a, b, c, d] = people;
    if (!a || !b || !c || !d) throw new Error("no people");
    const first = await registerParticipant({ number, form }, a, t.db);
    const both = await Promise.all(
      [b, c].map((one) => registerParticipant({ number, form }, one, t.db)),
    );
    expect(both.map((one) => one.state).sort()).toEqual(["REGISTERED", "WAITING"]);
    const [inside, waiting] = both[0]?.state === "REGISTERED" ? [b, c] : [c, b];
    test.advance(1000);
    const last = await registerParticipant({ number, form }, d, t.db);
    expect(last.state).toBe("WAITING");
    await cancelParticipant(first.id, a, t.db);
    const states = await t.db.roadshowParticipant.findMany({
      where: { roadshowId },
      select: { userId: true, state: true },
    });
    const stateOf = (userId: string) => states.find((one) => one.userId === userId)?.state;
    expect([a, inside, waiting, d].map((one) => stateOf(one.userId))).toEqual([
      "CANCELLED",
      "REGISTERED",
      "REGISTERED",
      "WAITING",
    ]);
    expect(await toldOf(waiting.userId)).toEqual(["roadshowWaiting", "roadshowAdmitted"]);
    // Who comes back stands at the end.
    test.advance(1000);
    await registerParticipant({ number, form }, a, t.db);
    const insider = await t.db.roadshowParticipant.findFirstOrThrow({
      where: { roadshowId, userId: inside.userId },
    });
    await cancelParticipant(insider.id, inside, t.db);
    expect((await rowOf(last.id)).state).toBe("REGISTERED");
    expect((await rowOf(first.id)).state).toBe("WAITING");
  });

  it("does not count who works for the event, and bows to the organiser", async () => {
    const event = await roadshowAt(t, "REGISTRATION", { maxAudience: 1 });
    const { organiser, number, id: roadshowId } = event;
    const judge = await makeStranger(t.db);
    const input = {
      roadshowId,
      userId: judge.userId,
      organisationId: null,
      name: judge.name,
      organisationName: "大学",
      role: "JUDGE" as const,
    };
    const judgeId = await t.db.$transaction((tx) => ensureParticipant(tx, input, organiser.actor));
    const one = await makeStranger(t.db);
    const two = await makeStranger(t.db);
    expect((await registerParticipant({ number, form }, one, t.db)).state).toBe("REGISTERED");
    const made = await registerParticipant({ number, form }, two, t.db);
    expect(made.state).toBe("WAITING");
    const which = { roadshowId, participantId: made.id };
    await expect(seatParticipant(which, one, t.db)).rejects.toMatchObject({ code: "not_found" });
    await seatParticipant(which, organiser.actor, t.db);
    expect((await rowOf(made.id)).state).toBe("REGISTERED");
    await expect(cancelParticipant(judgeId, judge, t.db)).rejects.toMatchObject({
      code: "roadshow_participant_needed",
    });
    // A role is added to who is there, and brings back who had cancelled.
    await cancelParticipant(made.id, two, t.db);
    const back = { ...input, userId: two.userId, role: "PRESENTER" as const };
    expect(await t.db.$transaction((tx) => ensureParticipant(tx, back, organiser.actor))).toBe(
      made.id,
    );
    expect(await rowOf(made.id)).toMatchObject({
      state: "REGISTERED",
      roles: ["FIRM", "PRESENTER"],
      wantsMeetings: true,
    });
  });
});

describe("other people's rows", () => {
  it("are not found by another participant, another event's organiser or the public", async () => {
    const event = await roadshowAt(t, "REGISTRATION");
    const elsewhere = await roadshowAt(t, "REGISTRATION");
    const person = await personAt(t, event);
    const other = await personAt(t, event);
    await expect(cancelParticipant(person.id, other.actor, t.db)).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      editParticipant({ participantId: person.id, form }, other.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
    const strike = { roadshowId: elsewhere.id, participantId: person.id, note: "重复" };
    await expect(strikeParticipant(strike, elsewhere.organiser.actor, t.db)).rejects.toMatchObject({
      status: 404,
    });
    const own = { ...strike, roadshowId: event.id };
    await expect(strikeParticipant(own, other.actor, t.db)).rejects.toMatchObject({ status: 404 });
    const { actor } = event.organiser;
    await expect(strikeParticipant({ ...own, note: " " }, actor, t.db)).rejects.toMatchObject({
      code: "note_required",
    });
    await strikeParticipant(own, actor, t.db);
    expect((await rowOf(person.id)).state).toBe("CANCELLED");
    expect(await toldOf(person.actor.userId)).toEqual(["roadshowStruck"]);
  });

  it("are written at the door by the organiser and its desk alone", async () => {
    const event = await roadshowAt(t, "LIVE", { maxAudience: 1 });
    await personAt(t, event);
    const walkIn = { name: "王来宾", organisationName: "", phone: "" };
    const desk = await seatOf(t, event, "DESK");
    const judge = await seatOf(t, event, "JUDGE");
    const id = await addWalkIn(event.id, walkIn, desk.actor, t.db);
    expect(await rowOf(id)).toMatchObject({ state: "REGISTERED", isWalkIn: true, userId: null });
    await expect(addWalkIn(event.id, walkIn, judge.actor, t.db)).rejects.toMatchObject({
      status: 404,
    });
    const over = await roadshowAt(t, "REPORTED", { organiser: event.organiser });
    await expect(addWalkIn(over.id, walkIn, event.organiser.actor, t.db)).rejects.toMatchObject({
      code: "roadshow_over",
    });
  });
});
