import type { Page } from "@playwright/test";

export const ID = "[0-9a-f-]{36}";

/** Ids that the paths need, taken from the demonstration rows through the pages themselves. */
export async function linkOn(page: Page, path: string, href: RegExp): Promise<string> {
  const found = await findLink(page, path, href);
  if (!found) throw new Error(`no link like ${href} on ${path}`);
  return found;
}

/** The same as a list: empty where the demonstration has no such row. */
export async function linksOn(page: Page, path: string, href: RegExp): Promise<string[]> {
  const found = await findLink(page, path, href);
  return found ? [found] : [];
}

async function findLink(page: Page, path: string, href: RegExp): Promise<string | undefined> {
  await page.goto(path);
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  return links.find((link) => href.test(link));
}
