import { expect, test, unique } from "./support/people.ts";
import { passOrganisationCheck, publishAsReviewer, writeAchievement } from "./support/publish.ts";

const withoutScripts = { javaScriptEnabled: false };

test("an achievement is written, checked, reviewed and found without JavaScript", async ({
  people,
}) => {
  test.setTimeout(180_000);
  const researcher = await people.open("researcher", withoutScripts);
  const university = await people.open("university", withoutScripts);
  const reviewer = await people.open("city", withoutScripts);
  const title = `高镍正极前驱体连续共沉淀反应器${unique("")}`;

  await test.step("a refused page keeps what was typed, with the error at the field", async () => {
    await researcher.goto("/desk/achievements/new");
    await researcher.locator("main form button[type=submit]").click();
    await researcher.fill("input[name=title]", "长".repeat(61));
    await researcher.fill("input[name=summary]", "这一句要留住");
    await researcher.locator("button[name=intent][value=next]:not([aria-hidden])").click();
    await expect(researcher.locator("input[name=title]")).toHaveAttribute("aria-invalid", "true");
    await expect(researcher.locator("input[name=title]")).toHaveValue(/^长{60,61}$/);
    await expect(researcher.locator("input[name=summary]")).toHaveValue("这一句要留住");
  });

  const id = await writeAchievement(researcher, {
    title,
    summary: "三级串联溢流反应器，粒度分布跨度小于 0.9，振实密度 2.1",
    description:
      "针对高镍前驱体粒度分布宽、批次间差异大的问题，采用三级串联连续共沉淀反应器，在线监测 pH 与固含量并" +
      "前馈调节氨碱比。连续运行 720 h，D50 波动小于 0.2 微米，跨度小于 0.9，比间歇工艺产能提高 2.4 倍，氨耗下降 30%。",
    keywords: ["前驱体", "共沉淀", "高镍"],
    field: "6.3",
  });
  await passOrganisationCheck(university, `/achievements/${id}`);
  await publishAsReviewer(reviewer, `/achievements/${id}`);

  const visitor = await people.open(undefined, withoutScripts);
  await expect(async () => {
    await visitor.goto("/achievements");
    await visitor.locator("main input[name=q]").fill(title);
    await visitor.locator("main input[name=q]").press("Enter");
    await visitor.locator(`main a[href="/achievements/${id}"]`).first().click({ timeout: 2000 });
  }).toPass();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(title);
});

test("a wrong password is refused without JavaScript, and the address stays", async ({
  people,
}) => {
  const page = await people.open(undefined, withoutScripts);
  await page.goto("/sign-in");
  await page.fill("input[name=identifier]", "nobody-at-all@new.example");
  await page.fill("input[name=password]", "not the right one");
  await page.press("input[name=password]", "Enter");
  await expect(page.locator("input[name=identifier]")).toHaveValue("nobody-at-all@new.example");
  await expect(page.locator("input[name=password]")).toHaveValue("");
  await expect(page.getByRole("alert").first()).toBeVisible();
});
