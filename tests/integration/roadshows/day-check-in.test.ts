import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  findCheckInList,
  getCheckInPage,
  hashCode,
} from "~/domain/roadshows/day/check-in-queries.server";
import { readScanBatch, type Scan } from "~/domain/roadshows/day/check-in-schema";
import { receiveScans } from "~/domain/roadshows/day/receive-scans.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeStranger } from "../../factories/people";
import { personAt } from "../../factories/roadshow-people";
import { at, roadshowAt, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "09:00"));
});
afterEach(() => time.restore());

const scanOf = (participantId: string, claimedAt: Date, id = newId()): Scan => ({
  id,
  participantId,
  claimedAt: claimedAt.toISOString(),
  how: "QR",
});
const batchOf = (now: Date, ...scans: Scan[]) => ({
  deviceId: "phone-1",
  now: now.toISOString(),
  scans,
});

async function door() {
  const roadshow = await roadshowAt(t, "LIVE");
  const desk = await seatOf(t, roadshow, "DESK");
  const person = await personAt(t, roadshow);
  return { roadshow, desk: desk.actor, person };
}

describe("check-in", () => {
  it("lets somebody in once, whatever number of devices scans the same code at once", async () => {
    const { roadshow, desk, person } = await door();
    const other = roadshow.organiser.actor;
    const scan = (actor: typeof desk, minutes: number) =>
      receiveScans(
        roadshow.id,
        batchOf(at(TODAY, "09:00"), scanOf(person.id, at(TODAY, `08:${minutes}`))),
        actor,
        t.db,
      );
    const [one, two] = await Promise.all([scan(desk, 50), scan(other, 40)]);
    expect(await t.db.roadshowScan.count()).toBe(2);
    const [entry] = await t.db.roadshowCheckIn.findMany();
    expect(entry?.at).toEqual(at(TODAY, "08:40"));
    expect(two.results[0]?.result).toBe("IN");
    expect(["IN", "ALREADY"]).toContain(one.results[0]?.result);
    const again = await scan(desk, 55);
    expect(again.results[0]).toMatchObject({
      result: "ALREADY",
      name: person.name,
      at: at(TODAY, "08:40").toISOString(),
    });
    expect(await t.db.roadshowCheckIn.count()).toBe(1);
  });

  it("writes a batch once that is sent twice, with walk-ins and unknown codes in it", async () => {
    const { roadshow, desk, person } = await door();
    const walkIn = { name: "临时来宾", organisationName: "散客公司", phone: "" };
    const now = at(TODAY, "09:00");
    const batch = batchOf(
      now,
      scanOf(person.id, now),
      { id: newId(), claimedAt: now.toISOString(), how: "WALK_IN", walkIn },
      { id: newId(), claimedAt: now.toISOString(), how: "QR", code: "NOSUCHCODE" },
    );
    const sent = await Promise.all([
      receiveScans(roadshow.id, batch, desk, t.db),
      receiveScans(roadshow.id, batch, desk, t.db),
    ]);
    const again = await receiveScans(roadshow.id, batch, desk, t.db);
    for (const { results } of [...sent, again]) {
      expect(results.map((one) => one.result)).toEqual(["IN", "IN", "UNKNOWN"]);
    }
    expect(await t.db.roadshowParticipant.count({ where: { isWalkIn: true } })).toBe(1);
    expect(await t.db.roadshowScan.count()).toBe(2);
    expect((await getCheckInPage(t.db, roadshow.id, { query: "", page: 1 }, desk)).counts).toEqual({
      registered: 2,
      in: 2,
      walkIns: 1,
    });
  });

  it.each([
    ["three hours behind", -3 * 3_600_000],
    ["two days ahead", 2 * 86_400_000],
  ])("corrects a phone whose clock is %s", async (_, wrong) => {
    const { roadshow, desk, person } = await door();
    const device = (real: Date) => new Date(real.getTime() + wrong);
    const batch = batchOf(
      device(at(TODAY, "09:00")),
      scanOf(person.id, device(at(TODAY, "08:45"))),
    );
    await receiveScans(roadshow.id, batch, desk, t.db);
    const entry = await t.db.roadshowCheckIn.findUniqueOrThrow({
      where: { participantId: person.id },
    });
    expect(entry.at).toEqual(at(TODAY, "08:45"));
  });

  it("refuses a bad scan on its own, and knows a walk-in by name and phone", async () => {
    const { roadshow, desk, person } = await door();
    const now = at(TODAY, "09:00");
    const comes = (walkIn: object, id = newId()) => ({
      id,
      claimedAt: now.toISOString(),
      how: "WALK_IN",
      walkIn,
    });
    const guest = { name: "王芳", organisationName: "", phone: "138 0531 5678" };
    const long = comes({ ...guest, name: "长".repeat(41) });
    const blank = { id: newId(), claimedAt: now.toISOString(), how: "QR", code: "  " };
    const twice = comes(guest);
    const again = comes({ ...guest, phone: "+86 13805315678" });
    const sent = [long, blank, twice, twice, again, scanOf(person.id, now)];
    const read = readScanBatch({ deviceId: "phone-1", now: now.toISOString(), scans: sent });
    expect(read?.refused).toMatchObject([
      { id: long.id, result: "REFUSED", code: 'too_long|{"max":40}' },
      { id: blank.id, result: "REFUSED" },
    ]);
    if (!read) return;
    const { results } = await receiveScans(roadshow.id, read.batch, desk, t.db);
    expect(results.map((one) => one.result)).toEqual(["IN", "IN", "ALREADY", "IN"]);
    expect(await t.db.roadshowParticipant.count({ where: { isWalkIn: true } })).toBe(1);
    const waiting = await personAt(t, roadshow, { state: "WAITING" });
    const held = await receiveScans(roadshow.id, batchOf(now, scanOf(waiting.id, now)), desk, t.db);
    expect(held.results[0]).toMatchObject({ result: "REFUSED", code: "check_in_waiting" });
  });

  it("belongs to the organiser and its desk, on its day", async () => {
    const { roadshow, desk, person } = await door();
    const moderator = await seatOf(t, roadshow, "MODERATOR");
    const batch = batchOf(at(TODAY, "09:00"), scanOf(person.id, at(TODAY, "09:00")));
    for (const actor of [await makeStranger(t.db), moderator.actor, person.actor]) {
      await expect(receiveScans(roadshow.id, batch, actor, t.db)).rejects.toMatchObject({
        status: 404,
      });
      await expect(findCheckInList(t.db, roadshow.id, actor)).rejects.toMatchObject({
        status: 404,
      });
    }
    const other = await roadshowAt(t, "LIVE", { organiser: roadshow.organiser });
    const elsewhere = await receiveScans(other.id, batch, roadshow.organiser.actor, t.db);
    expect(elsewhere.results[0]?.result).toBe("UNKNOWN");
    const early = await roadshowAt(t, "REGISTRATION", { organiser: roadshow.organiser });
    await expect(
      receiveScans(early.id, batch, roadshow.organiser.actor, t.db),
    ).rejects.toMatchObject({ code: "check_in_early" });
    const draft = await roadshowAt(t, "SELECTION", { organiser: roadshow.organiser });
    await expect(
      receiveScans(draft.id, batch, roadshow.organiser.actor, t.db),
    ).rejects.toMatchObject({ code: "roadshow_not_open" });
    const gone = await personAt(t, roadshow, { state: "CANCELLED" });
    const refused = await receiveScans(
      roadshow.id,
      batchOf(at(TODAY, "09:00"), scanOf(gone.id, at(TODAY, "09:00"))),
      desk,
      t.db,
    );
    expect(refused.results[0]?.result).toBe("REFUSED");
    expect(await t.db.roadshowCheckIn.count()).toBe(0);
  });

  it("gives devices hashes of codes, not codes, and finds people by hand", async () => {
    const { roadshow, desk, person } = await door();
    await t.db.roadshowParticipant.update({
      where: { id: person.id },
      data: { phone: "138 0531 5678" },
    });
    const { checkInCode } = await t.db.roadshowParticipant.findUniqueOrThrow({
      where: { id: person.id },
    });
    const list = await findCheckInList(t.db, roadshow.id, desk);
    expect(list.people[0]).toMatchObject({ codeHash: hashCode(checkInCode), phoneTail: "5678" });
    expect(JSON.stringify(list)).not.toContain(checkInCode);
    const page = await getCheckInPage(t.db, roadshow.id, { query: "5678", page: 1 }, desk);
    expect(page.found.map((one) => one.id)).toEqual([person.id]);
  });

  it("finds people by hand in pages, those of the waiting list too, and nobody of another event", async () => {
    const { roadshow, desk, person } = await door();
    const people = Array.from({ length: 25 }, (_, nth) => ({
      id: newId(),
      roadshowId: roadshow.id,
      number: 100 + nth,
      name: nth === 0 ? "百分号%先生" : `来宾 ${nth}`,
      organisationName: "鲲鹏 Labs",
      state: nth === 24 ? "WAITING" : "REGISTERED",
      roles: ["AUDIENCE"],
      phone: nth === 3 ? "+86 138-0531-9999" : "",
      checkInCode: `DOOR${nth}`,
      feedToken: `door-${nth}`,
    }));
    await t.db.roadshowParticipant.createMany({ data: people });
    await personAt(t, roadshow, { state: "CANCELLED" });
    const ask = (query: string, page = 1) =>
      getCheckInPage(t.db, roadshow.id, { query, page }, desk);
    const first = await ask("鲲鹏 labs");
    expect(first).toMatchObject({ total: 25, pages: 2 });
    expect(first.found).toHaveLength(20);
    const rest = await ask("鲲鹏 labs", 2);
    expect(rest.found.map((one) => one.number)).toEqual([120, 121, 122, 123, 124]);
    expect(rest.found.map((one) => one.isWaiting)).toEqual([false, false, false, false, true]);
    expect((await ask("%")).found.map((one) => one.number)).toEqual([100]);
    expect((await ask("9999")).found.map((one) => one.number)).toEqual([103]);
    expect((await ask("#110")).found.map((one) => one.number)).toEqual([110]);
    expect((await ask(" ")).found).toEqual([]);
    const other = await roadshowAt(t, "LIVE", { organiser: roadshow.organiser });
    const asked = { query: person.name, page: 1 };
    expect((await getCheckInPage(t.db, other.id, asked, roadshow.organiser.actor)).found).toEqual(
      [],
    );
  });

  it("lets somebody of the waiting list in where the door says so, and seats nobody by a mere scan", async () => {
    const { roadshow, desk } = await door();
    await t.db.roadshow.update({ where: { id: roadshow.id }, data: { maxAudience: 1 } });
    const now = at(TODAY, "09:00");
    const waiting = await personAt(t, roadshow, { state: "WAITING" });
    const stateNow = async () =>
      (await t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: waiting.id } })).state;
    const send = (scan: Scan, of = roadshow.id, actor = desk) =>
      receiveScans(of, batchOf(now, scan), actor, t.db);
    const mere = await send(scanOf(waiting.id, now));
    expect(mere.results[0]).toMatchObject({
      result: "REFUSED",
      code: "check_in_waiting",
      participantId: waiting.id,
    });
    expect(await stateNow()).toBe("WAITING");
    const letIn = { ...scanOf(waiting.id, now), how: "LIST", isLetIn: true } as const;
    const other = await roadshowAt(t, "LIVE", { organiser: roadshow.organiser });
    const elsewhere = await send(letIn, other.id, roadshow.organiser.actor);
    expect(elsewhere.results[0]?.result).toBe("UNKNOWN");
    await expect(send(letIn, roadshow.id, waiting.actor)).rejects.toMatchObject({ status: 404 });
    expect(await stateNow()).toBe("WAITING");
    const both = await Promise.all([send(letIn), send({ ...letIn, id: newId() })]);
    expect(both.map((one) => one.results[0]?.result).sort()).toEqual(["ALREADY", "IN"]);
    expect(await stateNow()).toBe("REGISTERED");
    expect((await getCheckInPage(t.db, roadshow.id, { query: "", page: 1 }, desk)).counts).toEqual({
      registered: 2,
      in: 1,
      walkIns: 0,
    });
    const late = await personAt(t, roadshow, { state: "WAITING" });
    await t.db.$transaction([
      t.db.$executeRaw`SELECT set_config('market.procedure', 'Roadshow', true)`,
      t.db.roadshow.update({ where: { id: roadshow.id }, data: { state: "REPORTED" } }),
    ]);
    const over = await send({ ...letIn, id: newId(), participantId: late.id });
    expect(over.results[0]).toMatchObject({ result: "REFUSED", code: "roadshow_over" });
  });

  it("takes more than three hundred people a minute, one by one at three devices and from a queue", async () => {
    const { roadshow, desk } = await door();
    const people = Array.from({ length: 240 }, (_, nth) => ({
      id: newId(),
      roadshowId: roadshow.id,
      number: 100 + nth,
      name: `来宾 ${nth}`,
      state: "REGISTERED",
      roles: ["AUDIENCE"],
      checkInCode: `CODE${nth}`,
      feedToken: `feed-${nth}`,
    }));
    await t.db.roadshowParticipant.createMany({ data: people });
    const now = at(TODAY, "09:00");
    const send = (list: typeof people) =>
      receiveScans(
        roadshow.id,
        batchOf(now, ...list.map((one) => scanOf(one.id, now))),
        desk,
        t.db,
      );
    const [queue, door_] = [people.slice(0, 180), people.slice(180)];
    const startedAt = performance.now();
    await Promise.all([
      send(queue),
      ...[0, 1, 2].map(async (device) => {
        for (const one of door_.filter((_, nth) => nth % 3 === device)) await send([one]);
      }),
    ]);
    const minutes = (performance.now() - startedAt) / 60_000;
    expect(await t.db.roadshowCheckIn.count()).toBe(240);
    expect(240 / minutes).toBeGreaterThan(300);
  }, 60_000);
});
