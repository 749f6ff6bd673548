import { expect, test } from "./support/people.ts";

test("a contract's category is found without JavaScript, and the way back works", async ({
  people,
}) => {
  const page = await people.open(undefined, { javaScriptEnabled: false });
  const answer = async (name: string, value: string) => {
    await page.check(`input[name=${name}][value=${value}]`);
    await page.locator("main form button[type=submit]").click();
  };
  await page.goto("/contract-category");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("#field-novelty-error")).toBeVisible();
  await answer("novelty", "existing");
  await answer("handover", "license");
  await answer("licensedRight", "knowhow");
  await answer("licensedSecrecy", "kept");
  await answer("licenceKind", "unsaid");
  await expect(page.getByText("技术秘密使用许可", { exact: true })).toBeVisible();
  await expect(page.getByText(/普通实施许可/)).toBeVisible();
  await page.goBack();
  await expect(page.locator("input[name=licenceKind]").first()).toBeVisible();
  await page.goto("/contract-category?novelty=existing&handover=nonsense");
  await expect(page.getByRole("status").getByText("无法识别")).toBeVisible();
  await expect(page.locator("input[type=radio][name=handover]").first()).toBeVisible();
});
