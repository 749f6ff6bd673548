import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { listOwnMeetings } from "~/domain/roadshows/meetings/own-meetings-queries.server";
import {
  listAllParticipants,
  listParticipants,
} from "~/domain/roadshows/people/participant-list-queries.server";
import type { ListFilter } from "~/domain/roadshows/people/participant-list-view";
import { participantsFile } from "~/domain/roadshows/people/participants-file.server";
import { getVisit, listOwnVisits } from "~/domain/roadshows/people/visit-queries.server";
import { newId } from "~/domain/shared/ids";
import { meetingAt, personAt, type TestPerson } from "../../factories/roadshow-people";
import { roadshowAt, seatOf, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const any: ListFilter = { state: null, role: null, meetings: null, q: "" };
const page = { skip: 0, take: 50 };
let event: TestRoadshow;
let a: TestPerson;
let b: TestPerson;

beforeAll(async () => {
  event = await roadshowAt(t, "REGISTRATION", { maxAudience: 10 });
  a = await personAt(t, event, { name: "=HYPERLINK(1)", organisationName: "甲公司" });
  b = await personAt(t, event, { name: "乙", roles: ["INVESTOR"] });
  await personAt(t, event, { name: "丙" });
  await personAt(t, event, { name: "丁", state: "WAITING" });
  await personAt(t, event, { name: "戊", state: "CANCELLED" });
  await meetingAt(t, event, a, b, "ACCEPTED");
});

describe("the organiser's list", () => {
  it("counts, filters, searches and pages", async () => {
    const { actor } = event.organiser;
    const list = (filter: Partial<ListFilter>, paging = page) =>
      listParticipants(t.db, event.id, actor, { ...any, ...filter }, paging);
    const all = await list({});
    expect(all.figures).toMatchObject({
      registered: 3,
      waiting: 1,
      cancelled: 1,
      withMeetings: 2,
      withoutMeetings: 1,
      audience: 3,
      maxAudience: 10,
    });
    const names = async (filter: Partial<ListFilter>) =>
      (await list(filter)).items.map((one) => one.name);
    expect(await names({ meetings: "without", state: "REGISTERED" })).toEqual(["丙"]);
    expect(await names({ role: "INVESTOR" })).toEqual(["乙"]);
    expect(await names({ q: "甲公司" })).toEqual(["=HYPERLINK(1)"]);
    expect((await list({}, { skip: 4, take: 2 })).items.map((one) => one.name)).toEqual(["戊"]);
  });

  it("is nobody else's, not even a judge's or another organiser's", async () => {
    const judge = await seatOf(t, event, "JUDGE");
    const other = await roadshowAt(t, "REGISTRATION");
    for (const actor of [judge.actor, other.organiser.actor, a.actor]) {
      await expect(listParticipants(t.db, event.id, actor, any, page)).rejects.toMatchObject({
        status: 404,
      });
      await expect(listAllParticipants(t.db, event.id, actor, any)).rejects.toMatchObject({
        status: 404,
      });
    }
    await expect(
      listParticipants(t.db, "no-id", event.organiser.actor, any, page),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("becomes a file without phones, codes or formulas", async () => {
    await t.db.roadshowParticipant.update({ where: { id: a.id }, data: { phone: "13900000000" } });
    const rows = await listAllParticipants(t.db, event.id, event.organiser.actor, any);
    const texts = {
      sheet: "参会人员",
      headings: ["编号", "姓名", "单位", "职务", "身份", "状态", "对接场次", "到场", "已签到"],
      role: (role: string) => role,
      state: (state: string) => state,
      presence: () => "现场",
      at: (iso: string) => iso,
    };
    const csv = new TextDecoder().decode(await participantsFile(rows, "csv", texts));
    expect(csv).toContain("'=HYPERLINK(1)");
    expect(csv).not.toContain("13900000000");
    const { checkInCode } = await t.db.roadshowParticipant.findUniqueOrThrow({
      where: { id: a.id },
    });
    expect(csv).not.toContain(checkInCode);
    const book = new ExcelJS.Workbook();
    const bytes = await participantsFile(rows, "xlsx", texts);
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(6);
    expect(sheet?.getCell("B2").value).toBe("'=HYPERLINK(1)");
  });
});

describe("a visit", () => {
  it("is shown to its own person with code and calendar, and to nobody else", async () => {
    const visit = await getVisit(t.db, a.id, a.actor);
    expect(visit.checkInCode).not.toBe("");
    expect(visit.feedPath).toMatch(/^\/roadshows\/people\/[\w-]{32}\.ics$/);
    expect(visit.counts).toEqual({ incoming: 0, outgoing: 0, agreed: 1, past: 0 });
    await expect(getVisit(t.db, a.id, b.actor)).rejects.toMatchObject({ status: 404 });
    await expect(getVisit(t.db, "no-id", b.actor)).rejects.toMatchObject({ status: 404 });
    expect((await listOwnVisits(t.db, a.actor, page)).items.map((one) => one.id)).toEqual([a.id]);
  });

  it("tells who waits its place in line and no code", async () => {
    const first = await t.db.roadshowParticipant.findFirstOrThrow({
      where: { roadshowId: event.id, state: "WAITING" },
    });
    const created = new Date(first.createdAt.getTime() + 1000);
    const second = await personAt(t, event, { state: "WAITING" });
    await t.db.roadshowParticipant.update({
      where: { id: second.id },
      data: { createdAt: created },
    });
    const visit = await getVisit(t.db, second.id, second.actor);
    expect(visit).toMatchObject({ place: 2, checkInCode: "", areMeetingsOpen: false });
  });

  it("lists requests, but not those of somebody the person does not want to meet", async () => {
    const asker = await personAt(t, event);
    await meetingAt(t, event, asker, b, "REQUESTED");
    expect(await listOwnMeetings(t.db, b.id, "incoming", page)).toHaveLength(1);
    const wish = { id: newId(), fromId: b.id, toId: asker.id, level: "NO" };
    await t.db.roadshowWish.create({ data: wish });
    expect(await listOwnMeetings(t.db, b.id, "incoming", page)).toEqual([]);
    expect(await listOwnMeetings(t.db, asker.id, "outgoing", page)).toHaveLength(1);
  });
});
