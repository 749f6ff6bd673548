import type { Locator, Page } from "@playwright/test";
import { press, SCAN } from "./deal.ts";
import { expect } from "./people.ts";

const DAY_MS = 86_400_000;
/** Calendar date in the market's zone so many days from now. */
export const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);

/** Fills fields by their names. */
export async function fillAll(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`main [name="${name}"]`).fill(value);
  }
}

/** Sends the form whose button names no intent, and waits for the page behind it. */
export async function send(page: Page, then: RegExp): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page
    .locator("main form[method=post] button[type=submit]:not([aria-hidden])")
    .last()
    .click();
  await page.waitForURL(then);
}

const DUES = ["callDueAt", "confirmDueAt", "materialsDueAt", "audienceDueAt"];

/** The organiser writes an event with two halls and a room of tables, and hands it in. @returns its id */
export async function writeEvent(page: Page, title: string): Promise<string> {
  const [startsOn, endsOn] = [dayIn(6), dayIn(6)];
  await page.goto("/desk/roadshows/new");
  await fillAll(page, { title, startsOn, endsOn });
  await send(page, /\/desk\/roadshows\/[0-9a-f-]{36}\/edit/);
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
  await fillAll(page, {
    intro: "面向企业和投资机构的新材料成果路演，会后一对一对接。",
    venue: "山东科技大市场",
    address: "济南市历下区虞舜街10号",
    contact: "路演办公室 0531-80000000",
    "rules.lunchFrom": "",
    "rules.lunchTo": "",
    ...Object.fromEntries(DUES.map((name, at) => [name, `${dayIn(at + 1)}T18:00`])),
  });
  await page.locator('input[name=fieldCodes][value="4"]').check();
  await press(page, "save");
  await page.goto(`/desk/roadshows/${id}/places`);
  for (const [kind, name, count] of [
    ["HALL", "1号路演厅", "1"],
    ["HALL", "2号路演厅", "1"],
    ["TABLES", "对接区", "6"],
  ] as const) {
    await page.locator("#place select[name=kind]").selectOption(kind);
    await page.locator("#place input[name=name]").fill(name);
    await page.locator("#place input[name=count]").fill(count);
    await press(page, "place");
    await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  }
  await page.goto(`/desk/roadshows/${id}`);
  await press(page, "submit");
  await expect(page.locator("main")).toContainText("待审批");
  return id;
}

/** A supply side writes a project from a published achievement, and is stopped at the disclosure gate. */
export async function pitchInBrowser(page: Page, number: number, title: string): Promise<string> {
  await page.goto(`/desk/pitches/new?roadshow=${number}`);
  await page.locator("select[name=achievementId]").selectOption({ index: 1 });
  await send(page, /\/desk\/pitches\/[0-9a-f-]{36}/);
  await fillAll(page, {
    title,
    summary: "表面改性后残碱降到 700 ppm，10 公斤级装置连续运行 300 小时。",
    ipNote: "发明专利两件，均已授权",
    cooperationWish: "许可或作价入股",
  });
  await page.locator("select[name=trl]").selectOption("6");
  await page.locator("input[name=noveltyAnswer][value=NOT_FILED]").check();
  await press(page, "submit");
  await expect(page.getByRole("alert").first()).toContainText("丧失新颖性");
  await page.locator("input[name=noveltyAnswer][value=FILED]").check();
  await page.locator("textarea[name=noveltyNote]").fill("申请号 202310000001X");
  await press(page, "submit");
  await expect(page.locator("main")).toContainText("待形式审查");
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}

/** A reviewer's points, the same for every criterion. */
export async function reviewInBrowser(page: Page, sheet: string, points: number): Promise<void> {
  await page.goto(sheet);
  for (const field of await page.locator('input[name^="points."]').all()) {
    await field.fill(String(points));
  }
  await press(page, "review");
  await expect(page.locator("main")).toContainText(`${points}.00`);
}

/** The organiser's decision about the best, or about who is left. */
export async function decide(
  page: Page,
  decision: string,
  count: number,
  note = "",
): Promise<void> {
  const form = page.locator("#bulk");
  await page.waitForLoadState("networkidle");
  await form.locator("select[name=decision]").selectOption(decision);
  await form.locator("input[name=count]").fill(String(count));
  await form.locator("textarea[name=note]").fill(note);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await Promise.all([answered, form.locator("button[type=submit]:not([aria-hidden])").click()]);
  await page.waitForLoadState("networkidle");
}

/** A selected project's side confirms and hands in its slides. */
export async function confirmInBrowser(page: Page, projectId: string): Promise<void> {
  await page.goto(`/desk/pitches/${projectId}`);
  await press(page, "confirm");
  await page.setInputFiles("#material input[name=file]", SCAN);
  await page.waitForLoadState("networkidle");
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await Promise.all([
    answered,
    page.locator("#material button[type=submit]:not([aria-hidden])").click(),
  ]);
  await expect(page.locator("#material")).toContainText(".pdf");
}

/** Orders a version of the timetable and waits until the market has solved it. */
export async function orderPlan(page: Page, roadshowId: string): Promise<void> {
  await page.goto(`/desk/roadshows/${roadshowId}/timetable`);
  await page.locator("select[name=seconds]").selectOption("5");
  await press(page, "order");
  await expect(
    page.locator('main button[name=intent][value="publishFinal"]:not([aria-hidden])').first(),
  ).toBeVisible({ timeout: 45_000 });
}

/** The value of a figure of the report by its label. */
export async function figureOf(page: Page, section: string, label: string): Promise<string> {
  const table = page.getByRole("table", { name: section });
  const row = table.getByRole("row").filter({ has: page.getByText(label, { exact: true }) });
  return ((await row.getByRole("cell").last().textContent()) ?? "").trim();
}

/** Presses the button of this intent inside a part of the page, folded or not. */
export async function pressIn(part: Locator, intent: string): Promise<void> {
  const page = part.page();
  const button = part.locator(`button[value="${intent}"]:not([aria-hidden])`).first();
  await page.waitForLoadState("networkidle");
  await unfold(button);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await Promise.all([answered, button.click()]);
  await page.waitForLoadState("networkidle");
}

/** Opens what a field or button is folded into. */
async function unfold(inside: Locator): Promise<void> {
  await inside.evaluate((element) => {
    const folded = element.closest("details");
    if (folded) folded.open = true;
  });
}

/** A firm registers itself. @returns its place among the participants */
export async function registerInBrowser(page: Page, number: number): Promise<string> {
  await page.goto(`/roadshows/${number}/register`);
  await page.locator("input[name=role][value=FIRM]").check();
  await page.locator("select[name=organisationId]").selectOption({ index: 1 });
  await page.locator("main input[name=phone]").fill("0531-80000000");
  await page.locator("textarea[name=interests]").fill("寻找可中试的电池材料");
  for (const name of ["wantsMeetings", "isListed"]) {
    await page.locator(`input[name=${name}]`).check();
  }
  await send(page, /\/desk\/visits\/[0-9a-f-]{36}/);
  return /visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

/** Asks another participant for a meeting with a line of text. */
export async function askToMeet(page: Page, own: string, other: string, message: string) {
  await page.goto(`/desk/visits/${own}/people`);
  const card = page.locator(`#person-${other}`);
  const field = card.locator("textarea[name=message]");
  await unfold(field);
  await field.fill(message);
  await pressIn(card, "request");
  await expect(card).toContainText("待答复");
}

/** Address of a visitor's own calendar, as its page gives it. */
export async function ownFeed(page: Page, participantId: string): Promise<string> {
  await page.goto(`/desk/visits/${participantId}`);
  const text = (await page.locator("main").textContent()) ?? "";
  return new URL(/https?:[^\s]+?\.ics/.exec(text)?.[0] ?? "").pathname;
}
