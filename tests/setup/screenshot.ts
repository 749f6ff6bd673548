import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser.ts";

/**
 * Takes a picture of a whole page:
 *   node --import tsx tests/setup/screenshot.ts <baseUrl> <path> <out.png> [width]
 *     [--as email:password] [--cookie name=value] [--lang zh-CN] [--no-js] [--viewport] [--dark]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: "string" },
    cookie: { type: "string", multiple: true },
    lang: { type: "string", default: "zh-CN" },
    "no-js": { type: "boolean", default: false },
    viewport: { type: "boolean", default: false },
    dark: { type: "boolean", default: false },
  },
});
const [baseUrl, pagePath, file, width = "1280"] = positionals;
if (!baseUrl || !pagePath || !file) {
  process.stderr.write(
    "usage: screenshot.ts <baseUrl> <path> <out.png> [width] [--as email:password]\n",
  );
  process.exit(2);
}

const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
try {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: Number(width), height: 900 },
    locale: values.lang,
    timezoneId: "Asia/Shanghai",
    javaScriptEnabled: !values["no-js"],
    colorScheme: values.dark ? "dark" : "light",
  });
  for (const cookie of values.cookie ?? []) {
    const at = cookie.indexOf("=");
    await context.addCookies([
      { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: baseUrl },
    ]);
  }
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") process.stderr.write(`console: ${message.text()}\n`);
  });
  page.on("pageerror", (error) => process.stderr.write(`page error: ${error.message}\n`));
  if (values.as) {
    const at = values.as.indexOf(":");
    await page.goto("/sign-in");
    await page.fill("input[name=identifier]", values.as.slice(0, at));
    await page.fill("input[name=password]", values.as.slice(at + 1));
    await page.press("input[name=password]", "Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"), { timeout: 15_000 });
  }
  const response = await page.goto(pagePath, { waitUntil: "load" });
  await page.waitForTimeout(500);
  await page.screenshot({ path: file, fullPage: !values.viewport });
  process.stdout.write(`${response?.status()} ${page.url()} -> ${file}\n`);
} finally {
  await browser.close();
}
