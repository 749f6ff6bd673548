import fs from "node:fs";
import type { Download, Page } from "@playwright/test";
import { press } from "./deal.ts";
import { expect } from "./people.ts";

const PASSPHRASE = "correct horse battery";

type TypedBid = { yuan: string; days: string; answer: string };
/** What the bidder keeps. */
type OwnCopy = { commitment: string; nonce: string; content: unknown };

async function textOf(file: Download): Promise<string> {
  return fs.readFileSync(await file.path(), "utf8");
}

const asFile = (name: string, text: string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

/** The buyer writes a call in the browser and hands it to the market. Returns its id. */
export async function writeCall(page: Page, title: string, dueDate: string): Promise<string> {
  await page.goto("/desk/tenders/new");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/desk\/tenders\/[0-9a-f-]{36}\/edit/);
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
  await page.fill("input[name=title]", title);
  await page.locator("select[name=categoryCode]").selectOption("11");
  await page.fill(
    "textarea[name=description]",
    "开发压缩空气泄漏在线定位装置，定位误差不超过 2 m。",
  );
  await page.fill("textarea[name=qualification]", "独立法人，近三年有类似项目。");
  await page.fill("textarea[name=contractTerms]", "分三期付款，知识产权归双方共有。");
  await page.fill("input[name=budget]", "2000000");
  await page.fill("input[name=dueDate]", dueDate);
  await page.fill("input[name=dueTime]", "10:00");
  await press(page, "save");
  return id;
}

/** A holder makes a key in the browser, tries the saved file and registers the public half. */
export async function makeKey(page: Page, tenderId: string): Promise<string> {
  await page.goto(`/desk/tenders/${tenderId}/key`);
  await page.fill("input[name=passphrase]", PASSPHRASE);
  await page.fill("input[name=repeat]", PASSPHRASE);
  const saved = page.waitForEvent("download");
  await page.locator("form:has(input[name=repeat]) button[type=submit]").click();
  const text = await textOf(await saved);
  await page.setInputFiles("input[name=keyFile]", asFile("key.json", text));
  await page.fill("input[name=again]", PASSPHRASE);
  await page.locator("form:has(input[name=again]) button[type=submit]").click();
  await press(page, "register");
  return text;
}

/** Seals on the bid page and hands the envelope in. Returns the own copy. */
export async function bidOnPage(page: Page, number: number, bid: TypedBid): Promise<OwnCopy> {
  await page.goto(`/tenders/${number}/bid`);
  await page.fill("input[name=price]", bid.yuan);
  await page.fill("input[name=days]", bid.days);
  await page.fill("textarea[name=answer-c3]", bid.answer);
  await page.locator("form:has(input[name=price]) button[type=submit]").click();
  const kept = page.waitForEvent("download");
  await page.locator("form:has(input[name=price]) button", { hasText: "保存自己的副本" }).click();
  const copy = JSON.parse(await textOf(await kept)) as OwnCopy;
  await declareAndSend(page, "#sealed");
  return copy;
}

/**
 * Seals on the page for sealing away from the market, which is opened from a file without a network,
 * and uploads the envelope.
 */
export async function bidOffline(page: Page, number: number, bid: TypedBid): Promise<void> {
  await page.goto(`/tenders/${number}/bid`);
  const href = await page.locator("main a[href*='sealing.html']").getAttribute("href");
  const html = await (await page.request.get(href ?? "")).text();
  const away = await page.context().newPage();
  await away.route("**/*", (route) =>
    route.request().url() === SAVED
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.abort(),
  );
  await away.goto(SAVED);
  await away.fill("#price", bid.yuan);
  await away.fill("#days", bid.days);
  await away.fill("#answer-c3", bid.answer);
  const saved = away.waitForEvent("download", (file) =>
    file.suggestedFilename().includes("sealed-bid"),
  );
  await away.locator("button[type=submit]").click();
  const envelope = await textOf(await saved);
  await away.close();
  await page.setInputFiles("input[name=envelope]", asFile("sealed-bid.json", envelope));
  await declareAndSend(page, "#upload");
}
/** Where the saved page stands: an address that browsers take for this machine. */
const SAVED = "http://localhost:9/sealing.html";

async function declareAndSend(page: Page, form: "#sealed" | "#upload"): Promise<void> {
  const own = page.locator(`form:has(${form}-confirmed)`);
  await own.locator("input[name=isRelated][value=NO]").check();
  await own.locator("input[name=confirmed]").check();
  await own.locator("button[name=intent][value=bid]:not([aria-hidden])").click();
  await expect(page.locator("main a[href*='/receipt']")).toBeVisible();
}

/** A holder opens the shares that are sealed to the own key. */
export async function openWithKey(page: Page, tenderId: string, keyFile: string): Promise<void> {
  await page.goto(`/desk/tenders/${tenderId}/opening`);
  const wrong = page.getByText("口令不对");
  await page.setInputFiles("input[name=keyFile]", asFile("key.json", keyFile));
  await page.fill("input[name=passphrase]", `${PASSPHRASE}!`);
  const open = page.locator("form:has(input[name=keyFile]) button[type=submit]");
  await open.click();
  await expect(wrong).toBeVisible();
  await page.fill("input[name=passphrase]", PASSPHRASE);
  await open.click();
  await expect(page.locator("input[name=keyFile]")).toHaveCount(0);
}
