import accounts from "../../prisma/seed/demo-accounts.json" with { type: "json" };
import { expect, expectAccessible, signIn, test } from "../setup/e2e-test.ts";

const PUBLIC_PAGES = ["/", "/achievements", "/needs", "/organisations", "/sign-in", "/sign-up"];

for (const path of PUBLIC_PAGES) {
  test(`${path} opens, scripts run, and axe finds nothing serious`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator("h1").first()).toBeVisible();
    await expectAccessible(page);
  });
}

test("pages carry the security headers and their own nonce", async ({ request }) => {
  const [first, second] = await Promise.all([request.get("/"), request.get("/")]);
  const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  const policy = first.headers()["content-security-policy"];
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(nonceOf(policy)).toBeTruthy();
  expect(nonceOf(policy)).not.toBe(nonceOf(second.headers()["content-security-policy"]));
  expect(first.headers()["x-content-type-options"]).toBe("nosniff");
  expect(first.headers()["x-powered-by"]).toBeUndefined();
});

test("a page that is not there answers 404 in the market's own clothes", async ({ page }) => {
  const response = await page.goto("/nothing-here");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("link", { name: /Grand Market|科技大市场/ }).first()).toBeVisible();
});

test("a post from another site is refused", async ({ request }) => {
  const response = await request.post("/sign-in", {
    headers: { origin: "https://elsewhere.example" },
    form: { identifier: "a@b.example", password: "whatever it is" },
  });
  expect(response.status()).toBe(403);
});

for (const { role, identifier, password } of accounts) {
  test(`${role} signs in and sees what to do`, async ({ page }) => {
    await signIn(page, identifier, password);
    await expect(page.locator("h1").first()).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("search finds by a sub-word", async ({ page }) => {
    await page.goto("/achievements?q=钠电池");
    await expect(page.getByText(/钠离子电池/).first()).toBeVisible();
  });
});
