import { press } from "./support/deal.ts";
import { linkOn, readLinks } from "./support/page-links.ts";
import { expect, test } from "./support/people.ts";

const EVENT = /^\/desk\/roadshows\/[0-9a-f-]{36}$/;
/** Height of a minute in the grid. */
const PIXELS_PER_MINUTE = 3.2;
const ELEVEN = 11 * 60;

test("a pitch is dragged in the grid, which names conflicts on the way", async ({ people }) => {
  const page = await people.open("park");
  const first = await linkOn(page, "/desk/roadshows", EVENT);
  const planned = (await readLinks(page, "/desk/roadshows")).find(
    ({ href, text }) => EVENT.test(href) && text.includes("新材料与绿色化工"),
  );
  await page.goto(`${planned?.href ?? first}/timetable`);
  await press(page, "copy");
  const card = page.locator("[data-card-entry]").filter({ hasText: "无铜自抛光" });
  const other = page.locator("[data-card-entry]").filter({ hasText: "碳纤维" });
  const grip = card.locator("[aria-hidden]").first();
  await grip.scrollIntoViewIfNeeded();
  const box = await grip.boundingBox();
  if (!box) throw new Error("the card has no grip");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const ghost = page.locator("[data-place] .border-dashed");
  const topOf = async (one: typeof card) => (await one.boundingBox())?.y ?? Number.NaN;
  const start = /(\d\d):(\d\d)/.exec(await card.innerText());
  const minute = Number(start?.[1]) * 60 + Number(start?.[2]);
  await page.mouse.move(x, y);
  await page.mouse.down();
  // Over another pitch: its hall, its judges.
  const away = (await topOf(other)) - (await topOf(card));
  await page.mouse.move(x, y + away, { steps: 6 });
  await expect(ghost).toContainText("⚠");
  await page.mouse.move(x, y + (ELEVEN - minute) * PIXELS_PER_MINUTE, { steps: 6 });
  await expect(ghost).toContainText("11:00");
  await expect(ghost).not.toContainText("⚠");
  await page.mouse.up();
  await expect(card).toContainText("11:00");
  await page.reload();
  await expect(card).toContainText("11:00");
  await press(page, "discard");
});
