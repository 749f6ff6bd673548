import { systemActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { decideProjects } from "~/domain/roadshows/call/decide-projects.server";
import { handInMaterial } from "~/domain/roadshows/call/hand-in-material.server";
import { reviewProject } from "~/domain/roadshows/call/review-project.server";
import { saveProject } from "~/domain/roadshows/call/save-project.server";
import { startProject } from "~/domain/roadshows/call/start-project.server";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { answerSeat } from "~/domain/roadshows/events/answer-seat.server";
import { createRoadshow } from "~/domain/roadshows/events/create-roadshow.server";
import { defaultRules } from "~/domain/roadshows/events/default-rules.server";
import { inviteMember } from "~/domain/roadshows/events/invite-member.server";
import type { StaffRole } from "~/domain/roadshows/events/roadshow-access.server";
import { readRules } from "~/domain/roadshows/events/roadshow-rules-schema";
import { saveItem } from "~/domain/roadshows/events/save-item.server";
import { savePlace } from "~/domain/roadshows/events/save-place.server";
import { saveRoadshow } from "~/domain/roadshows/events/save-roadshow.server";
import { setWish } from "~/domain/roadshows/meetings/set-wish.server";
import { registerParticipant } from "~/domain/roadshows/people/register-participant.server";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { runSolver } from "~/domain/roadshows/timetable/run-solver.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf, SCAN } from "./deal-cast";
import type { DemoPitch, DemoRoadshow, DemoVisitor } from "./roadshow-texts";
import type { DemoCast } from "./write-people";

const DAY_MS = 86_400_000;
const SECONDS = 2;
const NOVELTY_NOTES = {
  FILED: "申请日早于路演日，申请号见成果页面。",
  DISCLOSED: "产品 2024 年起公开销售，样本和性能数据已在展会发布。",
};

/** Who tells it: the demonstration's database and people, and whose event it is. */
export type Stage = { db: Db; cast: DemoCast; organiser: string };

const wall = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
const dayAfter = (days: number) => calendarDate(new Date(clock.now().getTime() + days * DAY_MS));

/** An event of one day, so many days from now, is written, looked at by the office and opened for projects. */
export async function announce(
  { db, cast, organiser }: Stage,
  texts: DemoRoadshow,
  when: { inDays: number; callDays: number; seriesId?: string | null },
): Promise<string> {
  const player = await playerOf(db, cast, organiser);
  const office = await playerOf(db, cast, "operator");
  const day = dayAfter(when.inDays);
  const { id } = await createRoadshow(
    {
      organisationId: assertFound(player.organisationId),
      seriesId: when.seriesId ?? null,
      copiedFromId: null,
      title: texts.title,
      startsOn: day,
      endsOn: day,
    },
    player,
    db,
  );
  const due = (days: number) => wall(dayAfter(days), "18:00");
  const call = when.callDays;
  const rest = (when.inDays - call) / 4;
  const form = {
    title: texts.title,
    seriesId: when.seriesId ?? null,
    fieldCodes: texts.fields,
    regionCode: "370102",
    format: "ONSITE" as const,
    languages: ["zh-CN" as const],
    intro: texts.intro,
    venue: "明湖科技园会议中心",
    address: "济南市历下区湖山路6号",
    directions:
      "园区东门进，会议中心一层；地铁 3 号线明湖站 B 口步行 6 分钟，地下车库免费 4 小时。",
    onlineUrl: "",
    contact: "企业服务部 0531-8888 6600",
    maxAudience: 120,
    startsOn: day,
    endsOn: day,
    callDueAt: due(call),
    confirmDueAt: due(Math.round(call + rest)),
    materialsDueAt: due(Math.round(call + 2 * rest)),
    audienceDueAt: due(Math.round(call + 3 * rest)),
    rules: { ...(await defaultRules(db, clock.now())), judgesPerPitch: 3 },
  };
  await saveRoadshow({ id, revision: 1, kind: "DRAFT", form }, player, db);
  await furnish({ db, cast, organiser }, id, day);
  await advanceRoadshow(id, "submit", {}, player, db);
  await advanceRoadshow(id, "approve", {}, office, db);
  await advanceRoadshow(id, "openCall", {}, player, db);
  return id;
}

/** Two halls, a room of tables and the fixed parts of the day. */
async function furnish({ db, cast, organiser }: Stage, roadshowId: string, day: string) {
  const player = await playerOf(db, cast, organiser);
  const openings = [{ from: wall(day, "09:00"), to: wall(day, "17:30") }];
  const hall = {
    kind: "HALL" as const,
    zone: "一层",
    count: 1,
    equipment: ["PROJECTOR" as const, "MICROPHONE" as const],
    languages: [],
    url: "",
    setupMinutes: 0,
    openings,
  };
  const place = (values: Partial<typeof hall> & { name: string; capacity: number }) =>
    savePlace({ roadshowId, placeId: null, place: { ...hall, ...values } }, player, db);
  const { placeId } = await place({ name: "1号路演厅", capacity: 120 });
  await place({ name: "2号路演厅", capacity: 60 });
  // The tables open after the pitches: whoever comes to meet has heard them.
  const afternoon = [{ from: wall(day, "13:30"), to: wall(day, "17:30") }];
  const own = { kind: "TABLES" as const, zone: "二层", count: 6, equipment: [] };
  const tables = { ...own, openings: afternoon };
  const table = { ...hall, ...tables, name: "对接区", capacity: 4 };
  await savePlace({ roadshowId, placeId: null, place: table }, player, db);
  const item = (values: {
    kind: "OPENING" | "SUMMARY";
    title: string;
    minutes: number;
    position: "FIRST" | "LAST";
    placeId: string | null;
    startsAt: Date | null;
  }) => {
    const fixed = { isPublic: true, personIds: [] };
    return saveItem({ roadshowId, itemId: null, item: { ...fixed, ...values } }, player, db);
  };
  await item({
    kind: "OPENING",
    title: "开场与平台介绍",
    minutes: 15,
    position: "FIRST",
    placeId,
    startsAt: wall(day, "09:00"),
  });
  const last = { position: "LAST" as const, placeId: null, startsAt: null };
  await item({ kind: "SUMMARY", title: "签约与总结", minutes: 20, ...last });
}

/** Somebody writes a project from a listing and hands it in. */
export async function pitch(
  { db, cast }: Stage,
  roadshowId: string,
  texts: DemoPitch,
): Promise<string> {
  const player = await playerOf(db, cast, texts.by);
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const isSupply = texts.side === "SUPPLY";
  const listing = await listingOf(db, isSupply ? "achievement" : "need", texts.listing);
  const { id } = await startProject(
    {
      roadshow: String(number),
      organisationId: assertFound(player.organisationId),
      side: texts.side,
      achievementId: isSupply ? listing : null,
      needId: isSupply ? null : listing,
    },
    player,
    db,
  );
  const row = await db.roadshowProject.findUniqueOrThrow({ where: { id } });
  const { by: _by, listing: _listing, side: _side, novelty, ...told } = texts;
  const form = {
    ...told,
    title: row.title,
    fieldCodes: row.fieldCodes,
    trl: row.trl,
    presenterUserId: player.userId,
    presenterName: player.name,
    companions: 1,
    language: "zh-CN",
    confidentiality: "PUBLIC" as const,
    noveltyAnswer: novelty,
    noveltyNote: novelty === null ? "" : NOVELTY_NOTES[novelty],
    equipment: ["PROJECTOR"],
    unavailable: [],
    isOnline: false,
    revision: row.revision,
  };
  await saveProject({ projectId: id, form, isHandedIn: true }, player, db);
  return id;
}

/** People take seats of one kind. */
export async function seatPeople(
  { db, cast, organiser }: Stage,
  roadshowId: string,
  role: StaffRole,
  names: readonly string[],
): Promise<{ name: string; memberId: string }[]> {
  const player = await playerOf(db, cast, organiser);
  const seats: { name: string; memberId: string }[] = [];
  for (const name of names) {
    const person = await playerOf(db, cast, name);
    const input = { role, email: person.email, title: "" };
    const { memberId } = await inviteMember(roadshowId, input, player, db);
    await answerSeat(memberId, "accept", {}, person, db);
    seats.push({ name, memberId });
  }
  return seats;
}

/** The call ends, forms are looked at, the reviewers hand in their sheets. */
export async function review(
  stage: Stage,
  roadshowId: string,
  reviewers: readonly string[],
): Promise<void> {
  const { db, cast, organiser } = stage;
  const player = await playerOf(db, cast, organiser);
  await advanceRoadshow(roadshowId, "closeCall", {}, player, db);
  const projects = await db.roadshowProject.findMany({
    where: { roadshowId, state: "SUBMITTED" },
    orderBy: { number: "asc" },
  });
  for (const { id } of projects) await advanceProject(id, "passForm", {}, player, db);
  await advanceRoadshow(roadshowId, "startSelection", {}, player, db);
  const { rules } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const { reviewCriteria } = readRules(rules);
  for (const { name, memberId } of await seatPeople(stage, roadshowId, "REVIEWER", reviewers)) {
    const reviewer = await playerOf(db, cast, name);
    for (const [nth, { id: projectId }] of projects.entries()) {
      const points = Object.fromEntries(
        reviewCriteria.map(({ key }, line) => [key, 80 - 3 * nth - 2 * line + name.length]),
      );
      const form = { points, comment: "指标有依据，建议现场演示样机。" };
      await reviewProject({ memberId, projectId, form }, reviewer, db);
    }
  }
}

/** All are chosen, confirm, and bring slides that the organiser accepts. */
export async function select(stage: Stage, roadshowId: string): Promise<void> {
  const { db, cast, organiser } = stage;
  const player = await playerOf(db, cast, organiser);
  for (const side of ["SUPPLY", "DEMAND"] as const) {
    const count = await db.roadshowProject.count({
      where: { roadshowId, side, state: "FORM_CHECK" },
    });
    if (count === 0) continue;
    const decision = { side, decision: "select" as const, count, note: "评审得分靠前，方向契合。" };
    await decideProjects({ roadshowId, ...decision }, player, db);
  }
  const chosen = await db.roadshowProject.findMany({
    where: { roadshowId, state: "SELECTED" },
    orderBy: { number: "asc" },
    include: { createdBy: true },
  });
  for (const { id, createdBy } of chosen) {
    const owner = await playerOf(db, cast, createdBy.email.split("@")[0] ?? "");
    await advanceProject(id, "confirm", {}, owner, db);
    await handInMaterial({ projectId: id, upload: { ...SCAN, name: "讲稿.pdf" } }, owner, db);
    await advanceProject(id, "acceptMaterial", {}, player, db);
  }
}

/** A firm registers, and says which projects it has to see at a table. */
export async function visit(
  { db, cast }: Stage,
  roadshowId: string,
  visitor: DemoVisitor,
): Promise<string> {
  const player = await playerOf(db, cast, visitor.by);
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const membership = player.memberships.find((one) => one.organisationId === player.organisationId);
  const form = {
    role: visitor.by === "broker" ? ("BROKER" as const) : ("FIRM" as const),
    organisationId: membership?.organisationId ?? "",
    name: player.name,
    title: visitor.title,
    phone: "",
    interests: visitor.interests,
    fieldCodes: visitor.fields,
    listing: "",
    wantsMeetings: true,
    meetingsMax: 4,
    unavailable: [],
    attendance: "ONSITE" as const,
    isListed: true,
    acceptsUndertaking: false,
    undertakingHash: "",
  };
  return (await registerParticipant({ number, form }, player, db)).id;
}

/** Both mark each other, so that a meeting is agreed. */
export async function wishBoth(
  { db, cast }: Stage,
  roadshowId: string,
  one: string,
  other: string,
): Promise<void> {
  const [first, second] = await Promise.all([playerOf(db, cast, one), playerOf(db, cast, other)]);
  const at = async (userId: string) =>
    (
      await db.roadshowParticipant.findUniqueOrThrow({
        where: { roadshowId_userId: { roadshowId, userId } },
      })
    ).id;
  const [firstId, secondId] = [await at(first.userId), await at(second.userId)];
  await setWish({ participantId: firstId, toId: secondId, level: "MUST" }, first, db);
  await setWish({ participantId: secondId, toId: firstId, level: "MEET" }, second, db);
}

/** The timetable is solved and published for good. */
export async function plan({ db, cast, organiser }: Stage, roadshowId: string): Promise<void> {
  const player = await playerOf(db, cast, organiser);
  const order = { reason: "FIRST" as const, note: "", seconds: SECONDS };
  const planId = await orderPlan(roadshowId, order, player, db);
  await solveOrderedPlan(planId, db, runSolver);
  await publishPlan(planId, "PROVISIONAL", player, db);
  await publishPlan(planId, "FINAL", player, db);
  const { state } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const market = systemActor("demo");
  if (state === "AGENDA_SET") {
    await advanceRoadshow(roadshowId, "openRegistration", {}, market, db);
  }
}
