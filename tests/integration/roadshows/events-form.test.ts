import { describe, expect, it } from "vitest";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { changeDates } from "~/domain/roadshows/events/change-dates.server";
import { changeDeadlines } from "~/domain/roadshows/events/change-deadlines.server";
import { createRoadshow } from "~/domain/roadshows/events/create-roadshow.server";
import { defaultRules } from "~/domain/roadshows/events/default-rules.server";
import { getPlaces } from "~/domain/roadshows/events/event-form-queries.server";
import { announcedFormSchema, eventFormSchema } from "~/domain/roadshows/events/event-form-schema";
import { itemSchema, placeSchema } from "~/domain/roadshows/events/place-schema";
import { removePlace } from "~/domain/roadshows/events/remove-place.server";
import { readRules, readSpans } from "~/domain/roadshows/events/roadshow-rules-schema";
import { saveItem } from "~/domain/roadshows/events/save-item.server";
import { savePlace } from "~/domain/roadshows/events/save-place.server";
import { saveRoadshow } from "~/domain/roadshows/events/save-roadshow.server";
import { clock } from "~/domain/shared/clock";
import { makeTrader } from "../../factories/challenges";
import { makeOfficer } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { personAt } from "../../factories/roadshow-people";
import { at, dayIn, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string; field?: string }) =>
      [error.code, error.field].filter(Boolean).join("@"),
  );

async function posted(startsOn: string, rules: Record<string, unknown> = {}) {
  const { lunch, criteria, reviewCriteria, groupByField, isModerated, ...numbers } =
    await defaultRules(t.db, clock.now());
  const rows = (list: { label: string; weight: number }[]) =>
    list.map((one) => ({ label: one.label, weight: String(one.weight) }));
  return {
    title: "光电与激光专场路演",
    intro: "面向激光加工企业。",
    fieldCodes: ["4"],
    regionCode: "370102",
    format: "ONSITE",
    languages: ["zh-CN"],
    venue: "山东科技大市场",
    address: "济南市历下区虞舜街10号",
    contact: "0531-80000000",
    startsOn,
    endsOn: startsOn,
    callDueAt: `${dayIn(10)}T18:00`,
    confirmDueAt: `${dayIn(14)}T18:00`,
    materialsDueAt: `${dayIn(20)}T18:00`,
    audienceDueAt: `${dayIn(25)}T18:00`,
    rules: {
      ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])),
      lunchFrom: lunch?.from,
      lunchTo: lunch?.to,
      criteria: rows(criteria),
      reviewCriteria: rows(reviewCriteria),
      groupByField: groupByField ? "on" : undefined,
      isModerated: isModerated ? "on" : undefined,
      ...rules,
    },
  };
}

const hallInput = (day: string, changes: object = {}) =>
  placeSchema.safeParse({
    kind: "HALL",
    name: "1号路演厅",
    zone: "A",
    count: "1",
    capacity: "80",
    setupMinutes: "0",
    openings: [{ from: `${day}T09:00`, to: `${day}T18:00` }],
    ...changes,
  });
const messages = (read: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  read.error?.issues.map((one) => `${one.path.join(".")}: ${one.message.split("|")[0]}`);

describe("from a draft to the call", () => {
  it("refuses zero halls, then goes through approval, and is hidden until then", async () => {
    const organiser = await makeTrader(t.db);
    const office = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
    const startsOn = dayIn(30);
    const start = { organisationId: organiser.id, seriesId: null, copiedFromId: null };
    const days = { startsOn, endsOn: startsOn };
    const { actor } = organiser;
    const { id } = await createRoadshow({ ...start, title: "激光专场", ...days }, actor, t.db);
    const move = (name: "submit" | "approve" | "openCall", by = actor) =>
      code(advanceRoadshow(id, name, {}, by, t.db));
    expect(await move("submit")).toBe("required@intro");
    const form = eventFormSchema.parse(await posted(startsOn));
    await saveRoadshow({ id, revision: 1, kind: "DRAFT", form }, actor, t.db);
    expect(await move("submit")).toBe("roadshow_no_hall@places");
    const place = hallInput(startsOn).data;
    if (!place) throw new Error("the hall does not parse");
    await savePlace({ roadshowId: id, placeId: null, place }, actor, t.db);
    const stranger = await makeTrader(t.db);
    expect(await move("submit", stranger.actor)).toBe("not_found");
    expect(await move("submit")).toBe("done");
    const elsewhere = await makeOfficer(t.db, "MARKET_OPERATOR", "440000");
    expect(await move("approve", elsewhere)).toBe("not_found");
    expect(await move("approve", actor)).toBe("wrong_actor");
    expect(await move("approve", office)).toBe("done");
    expect(await t.db.notification.count({ where: { kind: "roadshowApproved" } })).toBe(1);
    expect(await move("openCall")).toBe("done");
  });

  it("needs a call that ends in the future, projects, a plan and the day", async () => {
    const past = await roadshowAt(t, "APPROVED", { startsOn: dayIn(5) });
    const run = (id: string, move: Parameters<typeof advanceRoadshow>[1]) =>
      code(advanceRoadshow(id, move, { note: "理由" }, past.organiser.actor, t.db));
    expect(await run(past.id, "openCall")).toBe("roadshow_call_past@callDueAt");
    const { organiser, office } = past;
    const closed = await roadshowAt(t, "CALL_CLOSED", { organiser, office });
    expect(await run(closed.id, "startSelection")).toBe("roadshow_no_projects");
    const selecting = await roadshowAt(t, "SELECTION", { organiser, office });
    expect(await run(selecting.id, "setAgenda")).toBe("roadshow_no_plan");
    const ready = await roadshowAt(t, "REGISTRATION", { organiser, office });
    expect(await run(ready.id, "goLive")).toBe("roadshow_plan_not_final");
    const open = await roadshowAt(t, "FOLLOW_UP", { organiser, office });
    expect(await run(open.id, "close")).toBe("roadshow_follow_up_open");
  });
});

describe("forms", () => {
  it("refuses rules that do not fit together at their field", async () => {
    const day = dayIn(30);
    const judges = await posted(day, { judgesPerPitch: "2", dropHigh: "1", dropLow: "1" });
    const weights = await posted(day, { criteria: [{ label: "技术", weight: "60" }] });
    const lunch = await posted(day, { lunchFrom: "13:00", lunchTo: "12:00" });
    const text = await posted(day, { talkMinutes: "八" });
    expect(messages(eventFormSchema.safeParse(judges))).toEqual([
      "rules.judgesPerPitch: roadshow_too_few_judges",
    ]);
    expect(messages(eventFormSchema.safeParse(weights))).toEqual([
      "rules.criteria: roadshow_weights",
    ]);
    expect(messages(eventFormSchema.safeParse(lunch))).toEqual(["rules.lunchTo: roadshow_lunch"]);
    expect(messages(eventFormSchema.safeParse(text))).toEqual(["rules.talkMinutes: out_of_range"]);
    expect(eventFormSchema.safeParse({ ...(await posted(day)), endsOn: dayIn(20) }).success).toBe(
      false,
    );
  });

  it("reads openings across midnight, and refuses reversed, overlapping and foreign ones", async () => {
    const event = await roadshowAt(t, "DRAFT");
    const day = event.startsOn;
    const night = { from: `${day}T20:00`, to: `${dayIn(31)}T02:00` };
    const save = (openings: object[]) => {
      const read = hallInput(day, { name: "夜场", openings });
      if (!read.success) return messages(read);
      const input = { roadshowId: event.id, placeId: null, place: read.data };
      return code(savePlace(input, event.organiser.actor, t.db));
    };
    expect(await save([night])).toBe("done");
    expect(await save([{ from: `${day}T12:00`, to: `${day}T09:00` }])).toEqual([
      "openings: roadshow_spans_bad",
    ]);
    expect(await save([])).toEqual(["openings: roadshow_place_closed"]);
    const two = [
      { from: `${day}T09:00`, to: `${day}T12:00` },
      { from: `${day}T11:00`, to: `${day}T13:00` },
    ];
    expect(await save(two)).toEqual(["openings: roadshow_spans_overlap"]);
    const late = [{ from: `${dayIn(31)}T05:00`, to: `${dayIn(31)}T07:00` }];
    expect(await save(late)).toBe("roadshow_outside_days@openings");
    expect(messages(hallInput(day, { count: "2" }))).toEqual(["count: roadshow_place_count"]);
  });

  it("fixes items where a place is open and free, and keeps places and items to their event", async () => {
    const event = await roadshowAt(t, "DRAFT");
    const other = await roadshowAt(t, "DRAFT");
    const { actor } = event.organiser;
    const save = (changes: object) => {
      const item = itemSchema.parse({ kind: "OPENING", title: "开场", minutes: "30", ...changes });
      return code(saveItem({ roadshowId: event.id, itemId: null, item }, actor, t.db));
    };
    const [hall] = event.halls;
    expect(await save({ placeId: hall, startsAt: `${event.startsOn}T09:00` })).toBe("done");
    expect(await save({ placeId: hall, startsAt: `${event.startsOn}T09:15` })).toBe(
      "roadshow_item_clash@startsAt",
    );
    expect(await save({ placeId: hall, startsAt: `${event.startsOn}T17:45` })).toBe(
      "roadshow_item_closed@startsAt",
    );
    expect(await save({ placeId: other.halls[0], startsAt: `${event.startsOn}T09:00` })).toBe(
      "not_a_choice@placeId",
    );
    const [host, away, foreign] = [
      await personAt(t, event),
      await personAt(t, event, { state: "CANCELLED" }),
      await personAt(t, other),
    ];
    for (const { id } of [away, foreign]) {
      expect(await save({ personIds: [host.id, id] })).toBe("not_a_choice@personIds");
    }
    expect(await save({ personIds: [host.id, host.id] })).toBe("done");
    const { items, people } = await getPlaces(event.id, actor, t.db);
    expect(items.at(-1)?.personIds).toEqual([host.id]);
    expect(people.map(({ value }) => value)).toEqual([host.id]);
    const removal = { roadshowId: event.id, kind: "PLACE", id: other.halls[0] } as const;
    expect(await code(removePlace(removal, actor, t.db))).toBe("not_found");
    expect(await code(removePlace({ ...removal, id: hall }, actor, t.db))).toBe("done");
  });

  it("keeps the first of two organisers who save at once and tells the second", async () => {
    const event = await roadshowAt(t, "DRAFT");
    const form = eventFormSchema.parse(await posted(event.startsOn));
    const save = (title: string) =>
      code(
        saveRoadshow(
          { id: event.id, revision: 1, kind: "DRAFT", form: { ...form, title } },
          event.organiser.actor,
          t.db,
        ),
      );
    const answers = await Promise.all([save("第一位的名称"), save("第二位的名称")]);
    expect([...answers].sort()).toEqual(["done", "stale_revision"]);
    const row = await t.db.roadshow.findUniqueOrThrow({ where: { id: event.id } });
    expect(row.title).toBe(answers[0] === "done" ? "第一位的名称" : "第二位的名称");
    expect(row.revision).toBe(2);
    const place = hallInput(event.startsOn, { name: "改名的厅" }).data;
    if (!place) throw new Error("the hall does not parse");
    const change = (revision?: number) => {
      const input = { roadshowId: event.id, placeId: event.halls[0], place };
      const shown = revision === undefined ? {} : { revision };
      return code(savePlace({ ...input, ...shown }, event.organiser.actor, t.db));
    };
    expect(await Promise.all([change(2), change(2)])).toContain("stale_revision");
    expect(await change()).toBe("stale_revision");
    expect(await change(3)).toBe("done");
  });
});

describe("after approval", () => {
  it("more places let the waiting in", async () => {
    const event = await roadshowAt(t, "REGISTRATION", { maxAudience: 1 });
    await personAt(t, event);
    const waiting = await personAt(t, event, { state: "WAITING" });
    const form = announcedFormSchema.parse({ venue: "山东科技大市场", maxAudience: "2" });
    const input = { id: event.id, revision: 1, kind: "ANNOUNCED" as const, form };
    await saveRoadshow(input, event.organiser.actor, t.db);
    const row = await t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: waiting.id } });
    expect(row.state).toBe("REGISTERED");
  });
});

describe("dates and copies", () => {
  it("moves openings, items and deadlines, raises the sequence and tells everybody once", async () => {
    const event = await roadshowAt(t, "CALL_OPEN");
    const { actor } = event.organiser;
    const [hall] = event.halls;
    const item = itemSchema.parse({
      kind: "OPENING",
      title: "开场",
      minutes: "30",
      placeId: hall,
      startsAt: `${event.startsOn}T09:00`,
    });
    await saveItem({ roadshowId: event.id, itemId: null, item }, actor, t.db);
    const hour = (day: string, from: string, to: string) => ({
      from: at(day, from).toISOString(),
      to: at(day, to).toISOString(),
    });
    const unavailable = [hour(event.startsOn, "09:00", "10:00")];
    const person = await personAt(t, event, { unavailable });
    const project = await projectAt(t, event, "SELECTED", { unavailable });
    const to = { startsOn: dayIn(37), endsOn: dayIn(37), note: "场馆维修" };
    const stranger = await makeTrader(t.db);
    expect(await code(changeDates(event.id, to, stranger.actor, t.db))).toBe("not_found");
    await changeDates(event.id, to, actor, t.db);
    const row = await t.db.roadshow.findUniqueOrThrow({
      where: { id: event.id },
      include: { places: true, items: true },
    });
    expect(row.sequence).toBe(1);
    const moved = [hour(dayIn(37), "09:00", "10:00")];
    const [guest, pitch] = await Promise.all([
      t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: person.id } }),
      t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } }),
    ]);
    expect([guest.unavailable, pitch.unavailable]).toEqual([moved, moved]);
    expect(row.callDueAt).toEqual(at(dayIn(17), "00:00"));
    expect(readSpans(row.places[0]?.openings)[0]?.from).toEqual(at(dayIn(37), "09:00"));
    expect(row.items[0]?.startsAt).toEqual(at(dayIn(37), "09:00"));
    expect(await t.db.notification.count({ where: { kind: "roadshowMoved" } })).toBe(3);
    expect(await code(changeDates(event.id, to, actor, t.db))).toBe("roadshow_same_dates@startsOn");
    const past = { ...to, startsOn: dayIn(-1), endsOn: dayIn(0) };
    expect(await code(changeDates(event.id, past, actor, t.db))).toBe(
      "roadshow_starts_past@startsOn",
    );
  });

  it("changes deadlines in their order only", async () => {
    const event = await roadshowAt(t, "APPROVED");
    const row = await t.db.roadshow.findUniqueOrThrow({ where: { id: event.id } });
    const { callDueAt, confirmDueAt, materialsDueAt, audienceDueAt } = row;
    const now = { callDueAt, confirmDueAt, materialsDueAt, audienceDueAt };
    const change = (changes: Partial<typeof now & { revision: number }>) =>
      code(
        changeDeadlines(event.id, { ...now, revision: 1, ...changes }, event.organiser.actor, t.db),
      );
    expect(await change({ callDueAt: at(dayIn(25), "18:00") })).toBe(
      "roadshow_due_order@confirmDueAt",
    );
    expect(await change({ callDueAt: at(dayIn(-1), "18:00") })).toBe("roadshow_due_past@callDueAt");
    expect(await change({ audienceDueAt: at(dayIn(32), "18:00") })).toBe(
      "roadshow_due_late@audienceDueAt",
    );
    const waiting = await projectAt(t, event, "SELECTED", { confirmDueAt: confirmDueAt as Date });
    const own = await projectAt(t, event, "SELECTED", { confirmDueAt: at(dayIn(3), "10:00") });
    const later = at(dayIn(17), "18:00");
    const both = { callDueAt: at(dayIn(12), "18:00"), confirmDueAt: later };
    expect(await change(both)).toBe("done");
    expect(await change(both)).toBe("stale_revision");
    const dueOf = async (id: string) =>
      (await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).confirmDueAt;
    expect(await dueOf(waiting.id)).toEqual(later);
    expect(await dueOf(own.id)).toEqual(at(dayIn(3), "10:00"));
  });

  it("copies places, rules and items to new days, and nobody of the staff", async () => {
    const former = await roadshowAt(t, "CLOSED", { days: 2, rules: { talkMinutes: 12 } });
    const { id: organisationId, actor } = former.organiser;
    const [startsOn, endsOn] = [dayIn(40), dayIn(41)];
    const input = { organisationId, seriesId: null, copiedFromId: former.id, title: "第二届" };
    const { id } = await createRoadshow({ ...input, startsOn, endsOn }, actor, t.db);
    const copy = await t.db.roadshow.findUniqueOrThrow({
      where: { id },
      include: { places: { orderBy: { sort: "asc" } }, members: true },
    });
    expect(copy.places.map((one) => one.name)).toEqual(["1号路演厅", "2号路演厅", "对接区"]);
    expect(readSpans(copy.places[0]?.openings).map((one) => one.from)).toEqual([
      at(startsOn, "09:00"),
      at(endsOn, "09:00"),
    ]);
    expect(readRules(copy.rules).talkMinutes).toBe(12);
    expect([copy.state, copy.callDueAt === null, copy.members.length]).toEqual(["DRAFT", false, 0]);
    const other = await makeTrader(t.db);
    const stolen = { ...input, organisationId: other.id, startsOn, endsOn };
    expect(await code(createRoadshow(stolen, other.actor, t.db))).toBe("not_found");
  });
});
