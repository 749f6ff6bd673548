import { press } from "./support/deal.ts";
import { expect, signInQuietly, test, unique } from "./support/people.ts";
import * as door from "./support/roadshow-door.ts";
import { type FeedEvent, readFeed } from "./support/roadshow-feeds.ts";
import * as pages from "./support/roadshow-pages.ts";

const QUESTION = "连续运行 300 小时后残碱回升多少？";
const MINUTES = "下周寄送 2 公斤样品，四周内给出测试结果。";

const find = (events: readonly FeedEvent[], text: string) =>
  events.find((one) => one.summary.includes(text)) ?? ({} as Partial<FeedEvent>);

test("a roadshow from the call to the report, with an illness on the day", async ({
  people,
  browser,
}) => {
  test.setTimeout(300_000);
  // Use cases are loaded only where this test runs.
  const { openMarket } = await import("./support/bidding-sale.ts");
  const course = await import("./support/roadshow-cast.ts");
  const db = openMarket();
  const title = unique("新材料专场路演");
  const names = { a: unique("正极材料"), b: unique("海水提锂"), c: unique("秸秆硬碳") };
  const [organiser, university, firm] = await Promise.all(
    ["park", "university", "firm"].map((name) => people.open(name)),
  );
  if (!organiser || !university || !firm) throw new Error("nobody is there");
  const visitor = await people.open();
  const park = await course.actorOf(db, "park");

  const id = await test.step("the organiser writes the event, the office approves", async () => {
    const written = await pages.writeEvent(organiser, title);
    const operator = await people.open("operator");
    await operator.goto(`/office/roadshows/${written}`);
    await press(operator, "approve");
    await operator.close();
    await organiser.goto(`/desk/roadshows/${written}`);
    await press(organiser, "openCall");
    await expect(organiser.locator("main")).toContainText("征集中");
    return written;
  });
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id } });
  const desk = `/desk/roadshows/${id}`;
  const feed = `/roadshows/${number}/calendar.ics`;

  const projects = await test.step("projects come in, past the disclosure gate", async () => ({
    a: await pages.pitchInBrowser(university, number, names.a),
    b: await course.pitchElsewhere(db, number, "bay", { title: names.b }),
    c: await course.pitchElsewhere(db, number, "daiyue", { title: names.c }),
  }));

  await test.step("form check, scores, selection with a reserve", async () => {
    await organiser.goto(`${desk}/call/${projects.a}`);
    await press(organiser, "passForm");
    await course.passForms(db, park, [projects.b, projects.c]);
    await course.moveEvent(db, id, park, ["closeCall", "startSelection"]);
    const seats = await course.seatElsewhere(db, id, park, "REVIEWER", ["mine-safety"]);
    const reviewer = await people.open("mine-safety");
    const points = { [projects.a]: 92, [projects.b]: 88, [projects.c]: 81 };
    for (const [projectId, value] of Object.entries(points)) {
      const sheet = `/desk/judging/${seats["mine-safety"]}/${projectId}`;
      await pages.reviewInBrowser(reviewer, sheet, value);
    }
    await reviewer.close();
    await organiser.goto(`${desk}/call`);
    await pages.decide(organiser, "select", 2);
    await pages.decide(organiser, "reserve", 1, "名额有限，列入候补。");
    await expect(organiser.getByRole("row").filter({ hasText: names.c })).toContainText("候补");
  });

  const judge = await people.open("lanyong", { viewport: { width: 360, height: 780 } });
  const judges = await test.step("confirmation, slides, judges", async () => {
    await pages.confirmInBrowser(university, projects.a);
    await organiser.goto(`${desk}/call/${projects.a}`);
    await press(organiser, "acceptMaterial");
    await course.confirmElsewhere(db, projects.b, "bay", park);
    const others = await course.seatElsewhere(db, id, park, "JUDGE", ["bluebay", "zhihe"]);
    const lanyong = await door.seatInBrowser(organiser, desk, judge, "lanyong@demo.example");
    return { others, lanyong };
  });

  const presenters = {
    a: await course.participantOf(db, id, await course.actorOf(db, "university")),
    b: await course.participantOf(db, id, await course.actorOf(db, "bay")),
  };
  const plain = await people.open("ruixi", { javaScriptEnabled: false });
  const second = await people.open("hydraulics");
  const firms = await test.step("three firms register, one of them without scripts", async () => ({
    first: await pages.registerInBrowser(firm, number),
    second: await pages.registerInBrowser(second, number),
    plain: await pages.registerInBrowser(plain, number),
  }));

  await test.step("requests and wishes lead to meetings", async () => {
    await pages.askToMeet(firm, firms.first, presenters.a, "想谈 50 公斤级中试");
    await university.goto(`/desk/visits/${presenters.a}/meetings`);
    await press(university, "accept");
    const asked = { participantId: presenters.b, name: "bay" };
    await course.meetElsewhere(db, { participantId: firms.second, name: "hydraulics" }, asked);
    await door.wish(plain, firms.plain, presenters.a, "MUST");
    await course.wishElsewhere(db, "university", presenters.a, firms.plain);
    await plain.goto(`/desk/visits/${firms.plain}/meetings`);
    await expect(plain.locator("main")).toContainText("双方互选");
  });

  const before = await test.step("the timetable is solved, provisional, then final", async () => {
    await course.bringDayNear(db, id);
    await pages.orderPlan(organiser, id);
    await press(organiser, "publishProvisional");
    const shown = await readFeed(visitor, feed);
    expect(find(shown, names.a).status).toBe("TENTATIVE");
    await press(organiser, "publishFinal");
    const events = await readFeed(visitor, feed);
    expect(events.map((one) => one.status)).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED"]);
    expect(find(events, names.a).sequence).toBeGreaterThan(find(shown, names.a).sequence ?? 99);
    expect(find(events, names.a).uid).toBe(find(shown, names.a).uid);
    const own = await readFeed(visitor, await pages.ownFeed(second, firms.second));
    expect(find(own, "一对一").alarms).toBeGreaterThan(0);
    return own;
  });

  await test.step("the doors open", async () => {
    await organiser.goto(desk);
    await press(organiser, "goLive");
    const seats = await course.seatElsewhere(db, id, park, "DESK", ["liyuan"]);
    expect(Object.keys(seats)).toEqual(["liyuan"]);
    const { code } = await course.ticketOf(db, firms.plain);
    const table = await people.open("liyuan", { javaScriptEnabled: false });
    await door.checkInByCode(table, desk, code);
    await expect(table.locator("body")).toContainText("已签到");
    await door.checkInByCode(table, desk, code);
    await expect(table.locator("body")).toContainText(/已于 \d\d:\d\d 签到/);
    await table.close();
    // A window that is not watched: a hall without network is an error to its console.
    const device = await (await browser.newContext()).newPage();
    await signInQuietly(device, "park");
    await door.checkInOffline(device, desk, "示例·企业负责人", "赵路过");
    await device.context().close();
    await expect.poll(() => db.roadshowCheckIn.count({ where: { roadshowId: id } })).toBe(3);
  });

  await test.step("the first pitch on stage, before a screen that follows", async () => {
    const placeId = await course.placeOf(db, id, projects.a);
    await visitor.goto(`/roadshows/${number}/stage/${placeId}`);
    await organiser.goto(`${desk}/stage/${placeId}`);
    await door.selectOnStage(organiser, names.a);
    await press(organiser, "talk");
    await expect(visitor.locator("main")).toContainText(names.a);
    await expect(visitor.locator("main")).toContainText("讲解");
    await door.ask(firm, number, names.a, QUESTION);
    await organiser.goto(`${desk}/questions`);
    await door.showQuestion(organiser);
    await door.vote(second, number, names.a);
    await organiser.goto(`${desk}/stage/${placeId}`);
    await press(organiser, "qa");
    await pages.pressIn(organiser.locator("li").filter({ hasText: QUESTION }), "question");
    await expect(visitor.locator("main")).toContainText(QUESTION);
    await press(organiser, "over");
    await expect(visitor.locator("main")).not.toContainText(QUESTION);
    await door.giveCard(firm, number, names.a, "MEET");
    await door.giveCard(plain, number, names.a, "MATERIAL");
  });

  await test.step("a judge scores on a phone, the two others at their desks", async () => {
    await door.scoreInBrowser(judge, judges.lanyong, projects.a, 88);
    await course.scoreElsewhere(db, projects.a, [
      { name: "bluebay", memberId: judges.others.bluebay ?? "", points: 92 },
      { name: "zhihe", memberId: judges.others.zhihe ?? "", points: 70 },
    ]);
    await organiser.goto(`${desk}/scores`);
    await pages.pressIn(door.formOf(organiser, projects.a), "close");
    // Of 88, 92 and 70 one high and one low are dropped.
    await expect(organiser.locator("main")).toContainText("88.00");
  });

  await test.step("a presenter falls ill: the firm's calendar loses the meeting, the reserve moves up", async () => {
    await organiser.goto(`${desk}/stage`);
    await organiser.locator("select[name=projectId]").selectOption({ label: `2 · ${names.b}` });
    await organiser.fill("#ill-note", "发烧，不能到场");
    await press(organiser, "ill");
    // Who is ill does not sit at a table either.
    const after = await readFeed(visitor, await pages.ownFeed(second, firms.second));
    const [was, now] = [find(before, "一对一"), find(after, "一对一")];
    expect(now).toMatchObject({ uid: was.uid, status: "CANCELLED" });
    expect(now.sequence).toBeGreaterThan(was.sequence ?? 99);
    const shown = await readFeed(visitor, feed);
    expect(find(shown, names.b).status).toBe("CANCELLED");
    const reserve = await people.open("daiyue", { viewport: { width: 360, height: 780 } });
    await reserve.goto(`/desk/pitches/${projects.c}`);
    await press(reserve, "confirm");
    await expect(reserve.locator("main")).toContainText("已确认参加");
    // Its place is found by itself.
    await expect(async () => {
      expect(find(await readFeed(visitor, feed), names.c).status).toBe("CONFIRMED");
    }).toPass();
    const placeId = await course.placeOf(db, id, projects.c);
    await organiser.goto(`${desk}/stage/${placeId}`);
    await door.selectOnStage(organiser, names.c);
    for (const move of ["talk", "qa", "over"]) await press(organiser, move);
  });

  await test.step("a meeting is held, with minutes", async () => {
    await firm.goto(`/desk/visits/${firms.first}/meetings`);
    await firm.locator("textarea[name=minutes]").evaluate((field) => {
      const folded = field.closest("details");
      if (folded) folded.open = true;
    });
    await firm.fill("textarea[name=minutes]", MINUTES);
    await press(firm, "held");
    await firm.goto(`/desk/visits/${firms.first}/meetings?list=past`);
    await expect(firm.locator("main")).toContainText(MINUTES);
  });

  await test.step("the event is over: a lead is answered and has its room at one tap", async () => {
    await organiser.goto(desk);
    await press(organiser, "startMeetings");
    await press(organiser, "report");
    await expect.poll(() => db.roadshowLead.count({ where: { roadshowId: id } })).toBe(2);
    await university.goto("/desk/leads?state=NEW");
    await university
      .getByRole("row")
      .filter({ hasText: "示例·企业负责人" })
      .filter({ hasText: names.a })
      .getByRole("link")
      .first()
      .click();
    await expect(university.locator("main")).toContainText(MINUTES);
    await press(university, "openRoom");
    await university.waitForURL(/\/desk\/deals\/[0-9a-f-]{36}/);
    await firm.goto(new URL(university.url()).pathname);
    await expect(firm.locator("main")).toContainText("泉城理工大学");
    await expect(firm.locator("main")).toContainText("历山钠储新能源有限公司");
  });

  await test.step("the report counts what has happened", async () => {
    await organiser.goto(`${desk}/report`);
    const expected: [string, Record<string, string>][] = [
      ["项目", { 申报项目: "3", 上台项目: "2", 缺席项目: "0" }],
      ["参会", { 签到人数: "3", 现场报名: "1" }],
      ["一对一对接", { "约见（对）": "3", 提出约见: "3", 双方同意: "3", 已对接: "1" }],
      ["意向卡", { 意向卡: "2", 递卡人数: "2" }],
    ];
    for (const [section, figures] of expected) {
      for (const [label, value] of Object.entries(figures)) {
        expect(await pages.figureOf(organiser, section, label), label).toBe(value);
      }
    }
  });
  await db.$disconnect();
});

test("calendars follow an event that is made, moved and called off", async ({ people }) => {
  test.setTimeout(180_000);
  const { openMarket } = await import("./support/bidding-sale.ts");
  const course = await import("./support/roadshow-cast.ts");
  const db = openMarket();
  const { id, number, feeds } = await course.planElsewhere(db, unique("海洋装备路演"));
  const organiser = await people.open("park");
  const visitor = await people.open();
  const read = () => Promise.all(feeds.map((href) => readFeed(visitor, href)));
  const made = await read();
  expect(made.flat().every((one) => one.status === "CONFIRMED")).toBe(true);

  await test.step("a week later: the same entries, newer", async () => {
    const { startsOn } = await db.roadshow.findUniqueOrThrow({ where: { id } });
    const day = new Date((startsOn?.getTime() ?? 0) + 7 * 86_400_000).toISOString().slice(0, 10);
    await organiser.goto(`/desk/roadshows/${id}/dates`);
    await pages.fillAll(organiser, { startsOn: day, endsOn: day, note: "场馆检修，顺延一周。" });
    await press(organiser, "dates");
    const moved = await read();
    for (const [at, events] of made.entries()) {
      for (const was of events) {
        const now = moved[at]?.find((one) => one.uid === was.uid);
        expect(now?.startsAt.getTime()).toBe(was.startsAt.getTime() + 7 * 86_400_000);
        expect(now?.sequence).toBeGreaterThan(was.sequence);
        expect(now?.status).toBe(was.status);
      }
      expect(moved[at]?.length).toBe(events.length);
    }
  });

  await test.step("called off: nothing disappears, everything is cancelled", async () => {
    await organiser.goto(`/desk/roadshows/${id}`);
    const cancel = organiser.locator("#note-cancel");
    await cancel.evaluate((field) => {
      const folded = field.closest("details");
      if (folded) folded.open = true;
    });
    await cancel.fill("报名不足，取消本场。");
    await press(organiser, "cancel");
    const gone = await read();
    for (const [at, events] of gone.entries()) {
      expect(events.map((one) => one.uid).sort()).toEqual(made[at]?.map((one) => one.uid).sort());
      expect(events.every((one) => one.status === "CANCELLED" && one.alarms === 0)).toBe(true);
    }
    await visitor.goto(`/roadshows/${number}`);
    await expect(visitor.locator("main")).toContainText("报名不足");
  });
  await db.$disconnect();
});
