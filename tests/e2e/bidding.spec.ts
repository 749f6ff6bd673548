import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import accounts from "../../prisma/seed/demo-accounts.json" with { type: "json" };
import {
  apply,
  expectTrueCountdown,
  leastAmount,
  payByCard,
  shiftClock,
  tabTo,
} from "./support/bidding-pages.ts";
import { download, press } from "./support/deal.ts";
import { expect, type People, test, unique } from "./support/people.ts";

const run = promisify(execFile);
const FIVE_MINUTES = 5 * 60_000;
const live = (number: number) => `/lots/${number}/live`;

test("three bid in their own ways, the sale closes softly, and anybody can check it", async ({
  people,
}) => {
  test.setTimeout(240_000);
  // Use cases are loaded only where this test runs.
  const sales = await import("./support/bidding-sale.ts");
  const db = sales.openMarket();
  const [seller, firmActor, plainActor, keysActor] = await Promise.all(
    ["ruixi", "firm", "hydraulics", "qingzhou-cnc"].map((name) =>
      sales.personOf(db, `${name}@demo.example`),
    ),
  );
  if (!seller || !firmActor || !plainActor || !keysActor) throw new Error("nobody is there");
  const title = unique("竞价演示标的");
  const sale = await sales.announceShortSale(db, title, seller);
  const { number } = sale;

  const [wrongClock, keys, plain, operator] = await test.step("they sign in", () =>
    Promise.all([
      people.open("firm"),
      people.open("qingzhou-cnc"),
      people.open("hydraulics", { javaScriptEnabled: false }),
      people.open("operator"),
    ]));
  await shiftClock(wrongClock, FIVE_MINUTES);

  const payments =
    await test.step("applications, admission, deposits by card and transfer", async () => {
      await Promise.all([
        apply(wrongClock, number),
        apply(plain, number),
        sales.admitByTransfer(db, sale, keysActor),
      ]);
      for (let turn = 0; turn < 2; turn += 1) {
        await operator.goto(`/office/lots/${sale.id}`);
        await press(operator, "qualify");
      }
      await operator.close();
      const paid = await Promise.all([payByCard(wrongClock, number), payByCard(plain, number)]);
      await expect.poll(() => sales.countAdmitted(db, sale), { timeout: 30_000 }).toBe(3);
      return paid;
    });

  await test.step("before the start all count down to it in the server's time", async () => {
    await sales.beginSoon(db, sale, 8);
    await Promise.all(
      [wrongClock, keys, plain].map((page) =>
        expect(async () => {
          await page.goto(live(number));
          await expect(page.locator("[role=timer]")).toBeVisible({ timeout: 2000 });
        }).toPass(),
      ),
    );
    await expect(wrongClock.locator("main")).toContainText("您的设备与服务器相差 +5 分");
    await expectTrueCountdown(wrongClock);
  });

  await test.step("the first bid comes from the wrong clock and moves the end", async () => {
    await leastAmount(wrongClock).click({ timeout: 30_000 });
    await expect(wrongClock.locator("main")).toContainText("您目前领先");
    await expect(wrongClock.locator("main")).toContainText("第 1 次延时");
    await expectTrueCountdown(wrongClock);
  });

  await test.step("the second one is made with keys alone and moves it again", async () => {
    await expect(keys.locator("main")).toContainText("第 1 次延时");
    await tabTo(keys, leastAmount(keys));
    await keys.keyboard.press("Enter");
    await expect(keys.locator("main")).toContainText("您目前领先");
    await expect(wrongClock.locator("main")).toContainText("您已被超过");
    await expect(wrongClock.locator("main")).toContainText("第 2 次延时");
    await expectTrueCountdown(wrongClock);
  });

  await test.step("the third one by a plain form; then the second bids again", async () => {
    await plain.goto(live(number));
    await leastAmount(plain).click();
    await expect(plain.locator("main")).toContainText("您目前领先");
    await expect(keys.locator("main")).toContainText("您已被超过");
    await tabTo(keys, leastAmount(keys));
    await keys.keyboard.press("Enter");
    await expect(keys.locator("main")).toContainText("您目前领先");
    await expect(wrongClock.locator("main")).toContainText("第 4 次延时");
  });

  await test.step("nobody bids any more: the end, on every page by itself", async () => {
    await expect(keys.locator("main")).toContainText("由 您", { timeout: 60_000 });
    await expect(wrongClock.locator("main")).toContainText("您未成交");
    await plain.goto(live(number));
    await expect(plain.locator("main")).toContainText("竞得");
  });

  await test.step("the winner confirms by keys, and the room of the deal is open", async () => {
    await keys.goto(`/lots/${number}`);
    await tabTo(keys, keys.locator("main input[name=password]"));
    await keys.keyboard.type(accounts[0]?.password ?? "");
    await keys.keyboard.press("Enter");
    await expect(keys.locator("main")).not.toContainText("确认成交价", { timeout: 15_000 });
    await expectRoom(keys, title);
  });

  await test.step("the others' deposits are back", async () => {
    for (const [page, payment] of [
      [wrongClock, payments[0]],
      [plain, payments[1]],
    ] as const) {
      await expect(async () => {
        await page.goto(payment);
        await expect(page.locator("main")).toContainText("已退还", { timeout: 1000 });
      }).toPass({ timeout: 30_000 });
    }
  });

  await test.step("anybody sees the result and checks it", () => expectChecked(people, number));
  await db.$disconnect();
});

async function expectRoom(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto("/desk/deals");
    await page.locator("main a").filter({ hasText: title }).first().click({ timeout: 2000 });
    await page.waitForURL(/\/desk\/deals\/[0-9a-f-]{36}/, { timeout: 5000 });
  }).toPass({ timeout: 30_000 });
  // The price stands in the first draft of the terms.
  await page.goto(`${new URL(page.url()).pathname}/terms/edit`);
  await expect(page.locator('input[name="price.totalFen"]')).toHaveValue("103000");
}

/** The public page, the record, and the verifier alone in a folder, from a disk and in a browser. */
async function expectChecked(people: People, number: number): Promise<void> {
  const visitor = await people.open();
  await visitor.goto(`/lots/${number}`);
  await expect(visitor.locator("main")).toContainText("10.3 万元");
  const record = `/lots/${number}/transcript.json`;
  await expect
    .poll(async () => (await visitor.request.get(record)).status(), { timeout: 30_000 })
    .toBe(200);
  const transcript = await download(visitor, record);
  const changed = Buffer.from(transcript);
  changed[Math.floor(changed.length / 2)] = (changed[Math.floor(changed.length / 2)] ?? 0) ^ 1;

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "verifier-"));
  const file = (name: string, bytes: Buffer) => fs.writeFileSync(path.join(folder, name), bytes);
  const verify = (name: string) =>
    run(process.execPath, ["verify-auction.mjs", name], {
      cwd: folder,
      env: { NODE_ENV: "production" },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  file("verify-auction.mjs", await download(visitor, "/verify/transcripts/verify-auction.mjs"));
  file("transcript.json", transcript);
  file("changed.json", changed);
  const valid = await verify("transcript.json");
  expect(valid.stdout).toContain("核验通过");
  expect(valid.stdout).toContain("103,000.00");
  expect(valid.code).toBe(0);
  const refused = await verify("changed.json");
  expect(refused.stdout).toContain("核验不通过");
  expect(refused.code).toBe(1);
  fs.rmSync(folder, { recursive: true });

  await visitor.goto("/verify/transcripts");
  const chooser = visitor.locator("main input[type=file]");
  const answer = visitor.locator("main [data-valid]");
  const chosen = { name: "transcript.json", mimeType: "application/json" };
  await chooser.setInputFiles({ ...chosen, buffer: transcript });
  await expect(answer).toContainText("核验通过");
  await chooser.setInputFiles({ ...chosen, buffer: changed });
  await expect(answer).toContainText("核验不通过");
}
