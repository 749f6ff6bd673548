import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { toWallClock } from "~/domain/roadshows/events/wall-clock-schema";
import { freezeReport } from "~/domain/roadshows/follow-up/freeze-report.server";
import { reportHash } from "~/domain/roadshows/follow-up/report-hash.server";
import { makeReportPdf } from "~/domain/roadshows/follow-up/report-paper.server";
import {
  getPublicReport,
  getReport,
  getReportFile,
  getSeriesReport,
} from "~/domain/roadshows/follow-up/report-queries.server";
import type { ReportFigures } from "~/domain/roadshows/follow-up/report-view";
import { readReportWords } from "~/domain/roadshows/follow-up/report-words.server";
import { makeReportWorkbook } from "~/domain/roadshows/follow-up/report-workbook.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { translatorFor } from "~/i18n/i18next.server";
import { makeReportPapers } from "~/jobs/roadshows/report.server";
import { getStorage } from "~/platform/storage.server";
import { makeStranger } from "../../factories/people";
import {
  cardOf,
  checkInOf,
  firmAt,
  leadAt,
  presentedAt,
  signingOf,
} from "../../factories/roadshow-after";
import { projectAt } from "../../factories/roadshow-call";
import { meetingAt, personAt } from "../../factories/roadshow-people";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const silent = { info() {}, warn() {}, error() {} };

function textOf(pdf: Uint8Array): string {
  const folder = process.env.KEEP_PAPERS ?? mkdtempSync(join(tmpdir(), "report-"));
  const path = join(folder, "report.pdf");
  writeFileSync(path, pdf);
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}

/** Figures of a workbook by section and name, as they stand in its cells. */
async function readCells(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const values = new Map<string, unknown>();
  workbook.worksheets[0]?.eachRow((line) => {
    values.set(`${line.getCell(1).text} ${line.getCell(2).text}`, line.getCell(3).value);
  });
  return values;
}

/** An event whose figures are counted by hand in the test below. */
async function countedEvent(seriesId?: string) {
  const roadshow = await roadshowAt(t, "REPORTED", {
    title: "济南新材料路演 𠮷",
    ...(seriesId ? { seriesId } : {}),
  });
  const one = await presentedAt(t, roadshow, { fieldCodes: ["4", "4.2"] });
  const two = await presentedAt(t, roadshow, { fieldCodes: ["1"] });
  const demand = await presentedAt(t, roadshow, { side: "DEMAND", fieldCodes: ["4"] });
  await presentedAt(t, roadshow, {}, "DROPPED");
  await projectAt(t, roadshow, "NO_SHOW");
  await projectAt(t, roadshow, "MEETINGS");
  await projectAt(t, roadshow, "REJECTED");
  await projectAt(t, roadshow, "DRAFT");
  const first = await firmAt(t, roadshow);
  const second = await firmAt(t, roadshow);
  const guest = await personAt(t, roadshow, { roles: ["AUDIENCE"], organisationName: "某校" });
  // A colleague who came without registering: the firm's name is typed at the door.
  const { legalName } = await t.db.organisation.findUniqueOrThrow({ where: { id: first.firm.id } });
  const organisationName = ` ${legalName.toUpperCase()}　`;
  await personAt(t, roadshow, { organisationName });
  await personAt(t, roadshow, { state: "CANCELLED" });
  await checkInOf(t, roadshow, first.id);
  await checkInOf(t, roadshow, guest.id);
  const presenter = await personAt(t, roadshow, {
    userId: one.presenter.userId,
    organisationId: one.owner.id,
    roles: ["PRESENTER"],
  });
  await meetingAt(t, roadshow, first, presenter, "HELD", one.id);
  await meetingAt(t, roadshow, second, presenter, "MISSED", one.id);
  await meetingAt(t, roadshow, guest, presenter, "DECLINED");
  await meetingAt(t, roadshow, first, guest, "REQUESTED");
  // Two wishes; somebody fell ill later. And a request that was called off before its answer.
  const ill = await meetingAt(t, roadshow, presenter, second, "CANCELLED");
  const agreed = { source: "WISH", answeredAt: clock.now() };
  await t.db.roadshowMeeting.update({ where: { id: ill }, data: agreed });
  await meetingAt(t, roadshow, guest, first, "CANCELLED");
  // The same pairs again, and one more pair; a NO is no wish.
  const wishes = [
    [presenter, first, "MUST"],
    [first, presenter, "MEET"],
    [guest, second, "MEET"],
    [second, first, "NO"],
  ] as const;
  for (const [from, to, level] of wishes) {
    const data = { id: newId(), fromId: from.id, toId: to.id, level };
    await t.db.roadshowWish.create({ data });
  }
  await cardOf(t, one.id, first.id, "MEET");
  await cardOf(t, two.id, first.id, "INVEST");
  await cardOf(t, two.id, guest.id, "MATERIAL");
  const answered = await leadAt(t, roadshow, one, first, "CONTACTED");
  const data = { contactedAt: clock.now() };
  await t.db.roadshowLead.update({ where: { id: answered }, data });
  await leadAt(t, roadshow, two, first);
  const taken = await leadAt(t, roadshow, demand, guest, "DROPPED");
  await t.db.roadshowLead.update({ where: { id: taken }, data: { dropCode: "WITHDRAWN" } });
  const signed = { projectId: two.id, supply: two.owner, demand: first.firm };
  await signingOf(t, roadshow, signed, { amountFen: 30_000_000n });
  await signingOf(t, roadshow, signed, { kind: "CONTRACT", isConfirmed: false });
  for (const [at, participant] of [first, second].entries()) {
    await t.db.roadshowRating.create({
      data: {
        id: newId(),
        roadshowId: roadshow.id,
        participantId: participant.id,
        organisation: 5 - at,
        content: 4,
      },
    });
  }
  return { roadshow, first, second, guest };
}

it("counts as one counts by hand", async () => {
  const { roadshow, guest } = await countedEvent();
  const { figures } = await getReport(roadshow.id, roadshow.organiser.actor, t.db);
  expect(figures).toMatchObject({
    pitches: {
      submitted: 7,
      presented: 4,
      supply: 3,
      demand: 1,
      noShow: 2,
      organisations: 4,
      fields: [
        { code: "4", supply: 2, demand: 1 },
        { code: "1", supply: 1, demand: 0 },
      ],
    },
    people: { registered: 5, checkedIn: 2, walkIns: 0, firms: 2, firmsCheckedIn: 1 },
    meetings: {
      wished: 5,
      requested: 6,
      accepted: 3,
      cancelled: 1,
      planned: 0,
      held: 1,
      missed: 1,
      heldBp: 2000,
    },
    cards: { total: 3, meet: 1, material: 1, invest: 1, people: 2 },
    leads: { total: 2, answered: 1, inTime: 1, rooms: 0, dropped: 0, answeredBp: 5000 },
    outcomes: { intentions: 1, contracts: 0, registrations: 0, totalFen: "0" },
    stated: { intentions: 1, contracts: 0, statedFen: "30000000" },
    ratings: { count: 2, organisation: null, content: null, meetings: null },
  });
  await t.db.roadshowRating.create({
    data: {
      id: newId(),
      roadshowId: roadshow.id,
      participantId: guest.id,
      organisation: 5,
      content: 1,
      meetings: 3,
    },
  });
  const after = await getPublicReport(roadshow.number, t.db);
  expect(after.ratings).toEqual({ count: 3, organisation: 467, content: 300, meetings: null });
  expect(after.stated.statedFen).toBe("0");
  expect(canonicalJson(after)).not.toContain(guest.name);
});

it("freezes versions with a fingerprint, a paper and a workbook", async () => {
  const { roadshow } = await countedEvent();
  const { actor } = roadshow.organiser;
  const ids = await Promise.all([
    freezeReport(roadshow.id, actor, t.db),
    freezeReport(roadshow.id, actor, t.db),
  ]);
  const { versions } = await getReport(roadshow.id, roadshow.office, t.db);
  expect(versions.map((one) => one.version)).toEqual([2, 1]);
  const reportId = ids[0] ?? "";
  const make = () => makeReportPapers({ reportId }, { db: t.db, logger: silent });
  await Promise.all([make(), make()]);
  await make();
  expect(await t.db.storedFile.count({ where: { purpose: "ROADSHOW" } })).toBe(2);
  const row = await t.db.roadshowReport.findUniqueOrThrow({ where: { id: reportId } });
  expect(reportHash(row.figures as ReportFigures)).toBe(row.hash);
  const read = async (kind: "pdf" | "xlsx") => {
    const file = await getReportFile({ roadshowId: roadshow.id, reportId, kind }, actor, t.db);
    const content = await getStorage().readFile(file.storageKey);
    return Buffer.from(await new Response(content?.stream).arrayBuffer());
  };
  const pdf = await read("pdf");
  const text = textOf(pdf);
  expect(text).toContain("济南新材料路演 𠮷");
  for (const words of ["路演成效报告", "从上台到登记", "各方陈述", "30 万元", "20.0%"]) {
    expect(text).toContain(words);
  }
  expect(text.replace(/\s/g, "")).toContain(row.hash);
  // The minute at which the figures stood, in the market's time.
  const at = toWallClock((row.figures as ReportFigures).asOf).replace("T", " ");
  expect(text.replace(/\s/g, "")).toContain(`统计时间${at}`.replace(/\s/g, ""));
  const seal = await t.db.documentSeal.findMany({ where: { kind: "ROADSHOW_REPORT" } });
  expect(seal).toHaveLength(1);
  const values = await readCells(await read("xlsx"));
  expect(values.get("一对一对接 已对接占约见")).toBe(0.2);
  expect(values.get("各方陈述 陈述金额")).toBe(300_000);
  const stranger = await makeStranger(t.db);
  const asked = { roadshowId: roadshow.id, reportId, kind: "pdf" as const };
  await expect(getReportFile(asked, stranger, t.db)).rejects.toMatchObject({ status: 404 });
  await expect(getReport(roadshow.id, stranger, t.db)).rejects.toMatchObject({ status: 404 });
  await expect(freezeReport(roadshow.id, roadshow.office, t.db)).rejects.toMatchObject({
    status: 404,
  });
});

it("says of an older version what was not counted then", async () => {
  const roadshow = await roadshowAt(t, "CLOSED", { title: "旧版路演" });
  await presentedAt(t, roadshow);
  const { figures } = await getReport(roadshow.id, roadshow.organiser.actor, t.db);
  const { ratings, followUps, cards, ...older } = figures;
  const { wished, cancelled, ...meetings } = figures.meetings;
  const id = newId();
  const stored = { ...older, meetings: { ...meetings, requested: 8, held: 4, heldBp: 5000 } };
  await t.db.roadshowReport.create({
    data: { id, roadshowId: roadshow.id, version: 1, figures: stored, hash: "0".repeat(64) },
  });
  await makeReportPapers({ reportId: id }, { db: t.db, logger: silent });
  const { actor } = roadshow.organiser;
  const files = await Promise.all(
    (["pdf", "xlsx"] as const).map(async (kind) => {
      const asked = { roadshowId: roadshow.id, reportId: id, kind };
      const file = await getReportFile(asked, actor, t.db);
      const content = await getStorage().readFile(file.storageKey);
      return new Uint8Array(await new Response(content?.stream).arrayBuffer());
    }),
  );
  const [pdf = new Uint8Array(), xlsx = new Uint8Array()] = files;
  const text = textOf(pdf);
  expect(text).not.toMatch(/NaN|undefined|50\.0%/);
  expect(text).toMatch(/约见（对）\s+未统计/);
  expect(text).toMatch(/提出约见\s+8/);
  const values = await readCells(xlsx);
  expect(values.get("一对一对接 约见（对）")).toBe("未统计");
  expect(values.get("一对一对接 已对接占约见")).toBe("未统计");
  expect(values.get("意向卡 意向卡")).toBe("未统计");
  expect(values.get("一对一对接 提出约见")).toBe(8);
  expect(values.get("线索 联系率")).toBe("—");
});

it("keeps a report to itself until the event is reported", async () => {
  const roadshow = await roadshowAt(t, "MATCHING");
  await expect(getPublicReport(roadshow.number, t.db)).rejects.toMatchObject({ status: 404 });
  const early = freezeReport(roadshow.id, roadshow.organiser.actor, t.db);
  await expect(early).rejects.toMatchObject({ code: "roadshow_report_early" });
});

it("sums a series, each firm once", async () => {
  const { organiser } = await roadshowAt(t, "DRAFT");
  const series = await t.db.roadshowSeries.create({
    data: {
      id: newId(),
      organisationId: organiser.id,
      createdById: organiser.actor.userId,
      title: "月度路演",
    },
  });
  const { first } = await countedEvent(series.id);
  const later = await roadshowAt(t, "LIVE", { seriesId: series.id });
  await firmAt(t, later, { firm: first.firm });
  await presentedAt(t, later);
  await roadshowAt(t, "CALL_OPEN", { seriesId: series.id });
  const { figures, events } = await getSeriesReport(series.number, organiser.actor, t.db);
  expect(events).toHaveLength(2);
  expect(figures.pitches.presented).toBe(5);
  expect(figures.people).toMatchObject({ registered: 6, firms: 2 });
  const words = await readReportWords(t.db, "zh-CN", translatorFor("zh-CN", "leads"));
  const text = textOf(await makeReportPdf(figures, "科技大市场", words, { events }));
  for (const one of [
    "月度路演",
    "系列路演成效报告",
    "2 场活动",
    "未定稿",
    "从上台到登记",
    "济南新材料路演 𠮷",
  ]) {
    expect(text).toContain(one);
  }
  expect(text).not.toMatch(/NaN|undefined|〔U\+/);
  // The same figures in the paper and in the workbook.
  const values = await readCells(await makeReportWorkbook(figures, words, events));
  for (const [section, label, value] of [
    ["项目", "上台项目", 5],
    ["参会", "报名人数", 6],
    ["一对一对接", "提出约见", 6],
  ] as const) {
    expect(values.get(`${section} ${label}`)).toBe(value);
    expect(text).toMatch(new RegExp(`${label}\\s+${value}\\s`));
  }
  const stranger = await makeStranger(t.db);
  await expect(getSeriesReport(series.number, stranger, t.db)).rejects.toMatchObject({
    status: 404,
  });
});
