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

/** Read without drawing the page: only its links are wanted. */
async function findLink(page: Page, path: string, href: RegExp): Promise<string | undefined> {
  return (await readLinks(page, path)).find((link) => href.test(link.href))?.href;
}

/** Links of a page's main part with the text in them. */
export async function readLinks(
  page: Page,
  path: string,
): Promise<{ href: string; text: string }[]> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  const html = await answer.text();
  const main = html.slice(html.indexOf("<main"), html.lastIndexOf("</main>"));
  return [...main.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = "", text = ""]) => ({ href: href.replaceAll("&amp;", "&"), text }),
  );
}

/** Where a form that begins something leads: the page on which the new draft is written. */
export async function draftOf(
  page: Page,
  path: string,
  form: Record<string, string>,
): Promise<string> {
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 });
  const target = answer.headers().location;
  if (!target) throw new Error(`${path} began nothing: ${answer.status()}`);
  return target;
}
