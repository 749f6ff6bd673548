import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../setup/e2e-test.ts";
import { expect, type People, test } from "./support/people.ts";

const run = promisify(execFile);

/** Has the running market send one person's digest now, as its operator would. */
async function sendDigest(recipient: string): Promise<void> {
  const preload = ["--import", "tsx", "--import", "./app/commands/running-market.ts"];
  const command = [...preload, "app/commands/match-digest.ts", "--to", recipient];
  const { DATABASE_URL: _, ...rest } = process.env;
  await run("node", command, { env: { ...rest, DATA_DIR: process.env.E2E_DATA_DIR } });
}

/** The text of the newest digest to an address, as the demo's outbox page shows it. */
async function readDigest(people: People, recipient: string): Promise<string> {
  const visitor = await people.open();
  const row = visitor
    .getByRole("row")
    .filter({ hasText: recipient })
    .filter({ hasText: "新的对接对象" })
    .first();
  await expect(async () => {
    await visitor.goto("/outbox");
    await expect(row).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await row.locator("summary").click();
  return row.locator("details").innerText();
}

/** Paths of the links that give an answer, in the order of the mail. */
function linksOf(text: string, answer: string): string[] {
  const links = [...text.matchAll(/https?:\/\/\S+(\/answers\/[\w.-]+\?answer=(\w+))/g)];
  return links.flatMap(([, path, given]) => (given === answer && path ? [path] : []));
}

const saved = (page: Page) => page.getByText("已记录：");

test("a digest is answered at one tap, without signing in", async ({ people }) => {
  test.setTimeout(180_000);
  await sendDigest("firm@demo.example");
  const text = await readDigest(people, "firm@demo.example");
  expect(text).toContain("您的需求：");
  expect(text).toContain("排序器");
  const [first = "", second = ""] = linksOf(text, "INTERESTED");
  const [, refusing = ""] = linksOf(text, "NOT_FOR_US");
  expect(first).toContain("/answers/");

  await test.step("with scripts the tap on the link is enough", async () => {
    const page = await people.open();
    const posts: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/answers/")) {
        posts.push(request.url());
      }
    });
    await page.goto(first);
    await expect(saved(page)).toContainText("有意向");
    await expectAccessible(page);
    await page.reload();
    await expect(saved(page)).toContainText("有意向");
    expect(posts).toHaveLength(1);
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(page.getByText("已撤销")).toBeVisible();
    await page.getByRole("button", { name: "暂不考虑" }).click();
    await expect(saved(page)).toContainText("暂不考虑");
    // The same link again: another answer stands, so that it asks first.
    await page.goto(first);
    await expect(saved(page)).toContainText("暂不考虑");
    await page.getByRole("button", { name: "确认：有意向" }).click();
    await expect(saved(page)).toContainText("有意向");
  });

  await test.step("without scripts one button", async () => {
    const page = await people.open(undefined, { javaScriptEnabled: false });
    await page.goto(second);
    await expect(saved(page)).toHaveCount(0);
    await page.getByRole("button", { name: "确认：有意向" }).click();
    await expect(saved(page)).toContainText("有意向");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(page.getByText("已撤销")).toBeVisible();
  });

  await test.step("a refusal asks for its reason", async () => {
    const page = await people.open();
    await page.goto(refusing);
    await expect(page.getByRole("heading", { name: /为什么不合适/ })).toBeVisible();
    await page.getByRole("button", { name: "成熟度不够" }).click();
    await expect(saved(page)).toContainText("不合适（成熟度不够）");
  });

  await test.step("a broken link says so", async () => {
    const page = await people.open();
    const answer = await page.goto(`${first.replace(/\?.*/, "")}x`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator("main")).toContainText("回应链接不完整");
  });

  await test.step("mail of this kind can be ended from its foot, without scripts", async () => {
    const page = await people.open(undefined, { javaScriptEnabled: false });
    const path = /https?:\/\/\S+?(\/unsubscribe\/[\w-]+\?about=matches)/.exec(text)?.[1] ?? "";
    await page.goto(path);
    await page.getByRole("button", { name: "确认退订" }).click();
    await expect(page.locator("main")).toContainText("您不会再收到匹配推荐邮件");
  });
});

test("what waits for an answer is answered in the list, with and without scripts", async ({
  people,
}) => {
  test.setTimeout(120_000);
  await test.step("with scripts the list stays, and the answer can be taken back", async () => {
    const page = await people.open("university");
    await page.goto("/desk/matches");
    const first = page.locator("main ol article").first();
    const title = await first.getByRole("heading").innerText();
    await first.getByRole("button", { name: "暂不考虑" }).click();
    await expect(first).toContainText("已记录：暂不考虑");
    await expect(first.getByRole("heading")).toHaveText(title);
    await first.getByRole("button", { name: "撤销" }).click();
    await expect(first.getByRole("button", { name: "有意向", exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("without scripts the answered pair leaves the list", async () => {
    const page = await people.open("university", { javaScriptEnabled: false });
    await page.goto("/desk/matches");
    const first = page.locator("main ol article").first();
    const links = await first
      .getByRole("link")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    await first.getByRole("button", { name: "暂不考虑" }).click();
    await expect(page.getByText("已记录您的回应")).toBeVisible();
    const now = await page
      .locator("main ol article")
      .first()
      .getByRole("link")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(now).not.toEqual(links);
  });
});
