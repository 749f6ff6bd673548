import { describe, expect, it } from "vitest";
import { assertSecondStep } from "~/domain/identity/assert-second-step.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { beginTwoFactor, confirmTwoFactor } from "~/domain/identity/two-factor.server";
import { DomainError } from "~/domain/shared/domain-error";
import { decodeBase32, totp } from "../../factories/authenticator";
import { makeLicensee, TEST_PASSWORD } from "../../factories/licences";
import { useTestDb } from "../../setup/database";
import { browser, mail } from "../identity/support";

const t = useTestDb();

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof DomainError ? `${error.field}: ${error.code}` : String(error),
  );

describe("the second step", () => {
  it("is the password, and the authenticator's code once where there is one", async () => {
    const { actor } = await makeLicensee(t.db);
    const ask = (secret: string, headers: Headers) =>
      codeOf(assertSecondStep({ secret, headers }, actor, t.db));
    expect(await ask("wrong", browser())).toBe("secret: password_wrong");
    expect(await ask(TEST_PASSWORD, browser())).toBe("done");

    const input = { identifier: mail(actor.email), password: TEST_PASSWORD, headers: browser() };
    const entered = await signIn(input, t.db);
    if (entered.kind !== "DONE") throw new Error("not signed in");
    const headers = browser(entered.headers.getSetCookie());
    const uri = new URL(await beginTwoFactor({ password: TEST_PASSWORD, headers }, actor, t.db));
    const secret = decodeBase32(uri.searchParams.get("secret") ?? "");
    const on = await confirmTwoFactor({ code: totp(secret), headers }, actor, t.db);
    const inside = browser(on.headers.getSetCookie());
    expect(await ask(TEST_PASSWORD, inside)).toBe("secret: second_factor_wrong");
    const code = totp(secret);
    expect(await ask(code, inside)).toBe("done");
    expect(await ask(code, inside)).toBe("secret: second_factor_used");
  });
});
