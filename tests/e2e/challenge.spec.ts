import { press } from "./support/deal.ts";
import { expect, test, unique } from "./support/people.ts";

const SECRET = "真空度曲线 3.2 Pa 到 0.8 Pa";
const QUESTION = "残碱是否按每批三次取平均？";
const ANSWER = "按每批三次取最大值。";
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("an open challenge from its posting to the award, a room and the reward", async ({
  people,
}) => {
  test.setTimeout(240_000);
  // Use cases are loaded only where this test runs.
  const { openMarket } = await import("./support/bidding-sale.ts");
  const course = await import("./support/challenge-course.ts");
  const db = openMarket();
  const title = unique("高湿环境正极材料攻关");
  const [firm, operator] = await Promise.all([people.open("firm"), people.open("operator")]);

  const id =
    await test.step("the firm writes it; what is missing is said at its place", async () => {
      await firm.goto("/desk/challenges/new");
      await firm.locator("main form button[type=submit]").click();
      await firm.waitForURL(/\/desk\/challenges\/[0-9a-f-]{36}\/edit/);
      await course.fillAll(firm, {
        title,
        background: "现有材料在高湿环境下残碱上升，影响涂布。",
        content: "开发包覆工艺，在 50 公斤级装置上验证。",
        "targets[0].name": "残碱",
        "targets[0].value": "800",
        "targets[0].unit": "ppm",
        "targets[0].testMethod": "电位滴定",
        "targets[1].name": "首效",
        "targets[1].value": "90",
        "targets[1].unit": "%",
        "targets[1].testMethod": "扣电 0.1C",
        posterFen: "2000000",
        publicFen: "500000",
        intentionsDueOn: inDays(40),
        finishOn: inDays(500),
        ipTerms: "成果共有，发榜方优先实施。",
        eligibility: "高校、科研院所、企业或联合体，独立法人。",
        confidential: SECRET,
      });
      await firm.locator('select[name="targets[0].comparator"]').selectOption("LTE");
      await firm.locator("input[name=fieldCodes]").first().check();
      await press(firm, "save");
      const desk = new URL(firm.url()).pathname;
      await press(firm, "submit");
      await expect(firm.getByRole("alert")).toContainText("财政资金");
      await firm.goto(`${desk}/edit`);
      await firm.fill("[name=publicSource]", "市级揭榜挂帅项目，以主管部门批复为准");
      await press(firm, "save");
      await press(firm, "submit");
      await expect(firm.locator("main")).toContainText("论证中");
      return desk.split("/").at(-1) ?? "";
    });
  const { number } = await db.challenge.findUniqueOrThrow({ where: { id } });
  const page = `/challenges/${number}`;
  const researcher = await people.open("researcher");

  await test.step("the office checks, publishes and invites an expert", async () => {
    expect((await researcher.request.get(page)).status()).toBe(404);
    await operator.goto(`/office/challenges/${id}`);
    for (const name of ["isReal", "isMeasurable", "isFunded"]) {
      await operator.locator(`input[name=${name}]`).check();
    }
    await operator.fill("#publish-note", "两位专家认为需求真实、指标可测、经费落实。");
    await press(operator, "publish");
    await operator.fill("input[name=email]", "daiyue@demo.example");
    await press(operator, "invite");
    await expect(operator.locator("#experts")).toContainText("岱岳农业大学");
  });

  await test.step("a researcher agrees, reads the details and asks in public", async () => {
    await researcher.goto(page);
    await expect(researcher.locator("main")).toContainText("电位滴定");
    expect(await researcher.content()).not.toContain(SECRET);
    await press(researcher, "accept");
    await expect(researcher.locator("main")).not.toContainText(SECRET);
    await researcher.locator("input[name=agree]").check();
    await press(researcher, "accept");
    await expect(researcher.locator("#confidential")).toContainText(SECRET);
    await researcher.fill("#question-text", QUESTION);
    await press(researcher, "ask");
    await firm.goto(`/desk/challenges/${id}`);
    await firm.fill("#answer-1", ANSWER);
    await press(firm, "answer");
    const visitor = await people.open();
    await visitor.goto(page);
    await expect(visitor.locator("#questions")).toContainText(ANSWER);
    expect(await visitor.content()).not.toContain(SECRET);
  });

  const university = await people.open("university");
  const first =
    await test.step("the university hands in one page, saved as it is written", async () => {
      await university.goto(page);
      await press(university, "start");
      await university.waitForURL(/\/desk\/intentions\/[0-9a-f-]{36}/);
      const team = "教授 1 名、工程师 4 名，做过两条中试线。";
      const field = university.locator("textarea[name=team]");
      await field.fill("工".repeat(301));
      await expect(university.locator("main")).toContainText("超出 1 字");
      await field.fill(team);
      await expect(university.getByRole("status").filter({ hasText: "已自动保存" })).toBeVisible();
      await university.reload();
      await expect(field).toHaveValue(team);
      await course.fillAll(university, {
        research: "实验室样品残碱 650 ppm。",
        route: "湿法包覆加低温后处理。",
        basis: "已有 10 公斤级装置。",
        plan: "与发榜方共建产线，三年内放大。",
        "answers[0].value": "700 ppm",
        "answers[1].value": "91 %",
        "stages[0].title": "小试",
        "stages[0].dueOn": inDays(150),
        "stages[1].title": "中试",
        "stages[1].dueOn": inDays(300),
        "budget[0].item": "设备",
        "budget[0].amountFen": "800000",
        chiefName: "李总师",
        contactName: "王联系",
        contactPhone: "0531-80000000",
        contactEmail: "contact@demo.example",
      });
      for (const name of ["control", "commonControl", "influence"]) {
        await university.locator(`input[name=${name}][value=no]`).check();
      }
      await press(university, "submit");
      await expect(university.locator("main")).toContainText("已提交");
      const intentionId = university.url().split("/").at(-1)?.split(/[?#]/)[0] ?? "";
      // Nobody reads it before the deadline.
      expect((await firm.request.get(`/desk/intentions/${intentionId}`)).status()).toBe(404);
      return intentionId;
    });
  const second = await course.handInElsewhere(db, id, "bluebay");
  const experts = await course.seatExperts(db, id, ["mine-safety", "bay", "hydraulics"]);
  await course.endIntentions(db, id);

  await test.step("screening, and an appraisal that others cannot see", async () => {
    const expert = await people.open("daiyue");
    await expert.goto(`/desk/challenges/appraisals/${id}`);
    await expert.locator("input[name=answer][value=accept]").check();
    await press(expert, "answer");
    await firm.goto(`/desk/intentions/${first}`);
    await press(firm, "admit");
    await course.admitElsewhere(db, second, "firm");
    await firm.goto(`/desk/challenges/${id}`);
    await press(firm, "appraise");
    await expert.reload();
    await course.scoreInBrowser(expert, { [first]: 90, [second]: 80 });
    await press(expert, "handIn");
    await course.appraiseElsewhere(db, id, experts, { [first]: 88, [second]: 82 });
  });

  await test.step("the taker is proposed to the public, and awarded", async () => {
    await firm.goto(`/desk/challenges/${id}`);
    await firm.locator(`input[name=selected][value="${first}"]`).check();
    await press(firm, "propose");
    await researcher.goto(page);
    await expect(researcher.locator("#proposal")).toContainText("泉城理工大学");
    await expect(researcher.locator("#proposal")).toContainText("88.67");
    await course.endPublicity(db, id);
  });

  const task = await test.step("the room is open, the work begins", async () => {
    await university.goto(`/desk/intentions/${first}`);
    await university.locator('main a[href^="/desk/challenges/takers/"]').click();
    await university.waitForURL(/\/takers\//);
    const path = new URL(university.url()).pathname;
    const room = firm.locator('main a[href^="/desk/deals/"]');
    await expect(async () => {
      await firm.goto(path);
      await expect(room).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    const href = (await room.getAttribute("href")) ?? "";
    await university.goto(href);
    await expect(university.locator("main")).toContainText(title);
    await firm.locator("input[name=paperSigned]").check();
    await press(firm, "begin");
    return path;
  });

  await test.step("a milestone is accepted, and the reward is stated", async () => {
    await university.goto(task);
    await university.locator("main summary").filter({ hasText: "报告" }).first().click();
    await university.locator("#measured-0-1").fill("760 ppm");
    await university.locator("#measured-1-1").fill("90.5");
    await university.locator("#report-1").fill("小试完成，三批样品达到要求。");
    await press(university, "report");
    await firm.goto(task);
    await press(firm, "accept");
    const takerId = task.split("/").at(-1) ?? "";
    const measured = ["720 ppm", "91.2"];
    await course.finishStage(db, takerId, 2, { taker: "university", poster: "firm", measured });
    await university.reload();
    await press(university, "deliver");
    const [judge] = experts;
    if (judge) await course.acceptAsExpert(db, takerId, judge);
    await firm.goto(task);
    await firm.locator("input[name=rewardFen]").evaluate((field) => {
      const folded = field.closest("details");
      if (folded) folded.open = true;
    });
    await firm.fill("input[name=rewardFen]", "1500000");
    await press(firm, "pass");
    await expect(firm.locator("main")).toContainText("150 万元");
    await expect(firm.locator('main a[href^="/desk/payments/"]')).toBeVisible();
  });
  await db.$disconnect();
});
