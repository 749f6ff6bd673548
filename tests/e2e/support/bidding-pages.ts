import type { Locator, Page } from "@playwright/test";
import { expect } from "./people.ts";

/** A device whose clock is wrong by so much, as its pages see it; what runs by elapsed time is right. */
export async function shiftClock(page: Page, shiftMs: number): Promise<void> {
  await page.context().addInitScript((shift) => {
    const Real = Date;
    class Shifted extends Real {
      constructor(...given: [] | [number | string]) {
        if (given.length === 0) super(Real.now() + shift);
        else super(...given);
      }
      static override now() {
        return Real.now() + shift;
      }
    }
    window.Date = Shifted as DateConstructor;
  }, shiftMs);
}

const MAX_STOPS = 80;

/** Goes to an element with the Tab key alone. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MAX_STOPS} stops of the Tab key do not lead to ${wanted}`);
}

/** The least amount that can be bid with one press. */
export const leastAmount = (page: Page): Locator =>
  page.locator("main button[name=amount]:visible").first();

/** Seconds that the page counts down, and how many are really left by the server's own clock. */
export async function secondsLeft(page: Page): Promise<{ shown: number; real: number }> {
  const [answer, { face, end }] = await Promise.all([
    page.request.get("/api/time"),
    page.evaluate(() => {
      const timer = document.querySelector("[role=timer]");
      const instant = timer?.parentElement?.parentElement?.querySelector("time[datetime]");
      return { face: timer?.textContent ?? "", end: instant?.getAttribute("datetime") ?? "" };
    }),
  ]);
  const { now } = (await answer.json()) as { now: number };
  const shown = face.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return { shown, real: (new Date(end).getTime() - now) / 1000 };
}

/** The countdown is right to the second, whatever the device believes. */
export async function expectTrueCountdown(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { shown, real } = await secondsLeft(page);
      return Math.abs(shown - real);
    })
    .toBeLessThan(1.5);
}

/** Applies for a lot on its page; works with and without scripts. */
export async function apply(page: Page, number: number): Promise<void> {
  await page.goto(`/lots/${number}/apply`);
  await page.fill("input[name=contactPhone]", "0531-8888 0000");
  await page.locator("input[name=isRelated][value=NO]").check();
  await page.locator("input[name=accept]").check();
  await page.locator("main button[value=apply]:not([aria-hidden])").click();
  await page.waitForURL(new RegExp(`/lots/${number}$`));
}

/** Pays a deposit by card on the provider's page. @returns address of the payment */
export async function payByCard(page: Page, number: number): Promise<string> {
  await page.goto(`/lots/${number}`);
  await page.locator('main a[href^="/desk/payments/"]').first().click();
  await page.waitForURL(/\/desk\/payments\/[0-9a-f-]{36}/);
  const payment = new URL(page.url()).pathname;
  await page.locator("main button[value=start]:not([aria-hidden])").click();
  await page.locator("input[name=method][value=card]").check();
  await page.locator("button[name=answer][value=pay]").click();
  await page.waitForURL(new RegExp(payment));
  return payment;
}
