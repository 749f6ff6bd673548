import { describe, expect, it } from "vitest";
import { confirmContact } from "~/domain/identity/confirm-contact.server";
import type { Identifier } from "~/domain/identity/contact-rules";
import { registerPerson } from "~/domain/identity/register-person.server";
import { requestPasswordReset } from "~/domain/identity/request-password-reset.server";
import { resendCode } from "~/domain/identity/resend-code.server";
import { resetPassword } from "~/domain/identity/reset-password.server";
import { LOCK_MINUTES, SIGN_IN_TRIES, signIn } from "~/domain/identity/sign-in.server";
import { useTestClock } from "~/domain/shared/clock";
import { auth, findSession } from "~/platform/auth.server";
import { useTestDb } from "../../setup/database";
import { browser, lastCode, mail, PASSWORD, phone, refused, settle } from "./support";

const t = useTestDb();

async function join(identifier: Identifier, password = PASSWORD, name = "李娜"): Promise<string> {
  await registerPerson({ identifier, name, password, locale: "zh-CN" }, t.db);
  return confirmContact({ identifier, code: await lastCode(t.db, identifier.value) }, t.db);
}

const enter = (identifier: Identifier, password = PASSWORD) =>
  signIn({ identifier, password, headers: browser() }, t.db);

describe("signing up", () => {
  it.each([mail("li.na@example.cn"), phone("13812345678")])(
    "opens an account with $kind, confirmed by its code",
    async (identifier) => {
      await registerPerson({ identifier, name: "李娜𬭎", password: PASSWORD, locale: "en" }, t.db);
      expect(await enter(identifier)).toEqual({ kind: "CONFIRM_FIRST" });
      const code = await lastCode(t.db, identifier.value);
      const userId = await confirmContact({ identifier, code }, t.db);
      expect(await t.db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
        name: "李娜𬭎",
        locale: "en",
        realNameLevel: 1,
      });
      const entered = await enter(identifier);
      if (entered.kind !== "DONE") throw new Error("not signed in");
      const cookies = entered.headers.getSetCookie();
      expect(cookies[0]).toMatch(/HttpOnly; SameSite=Lax/);
      expect(await findSession(browser(cookies))).toMatchObject({ userId });
      await refused(confirmContact({ identifier, code }, t.db), "code_expired", "code");
    },
  );

  it("answers the same for an address that has an account, and leaves the account alone", async () => {
    const identifier = mail("owner@example.cn");
    const userId = await join(identifier);
    const clock = useTestClock(new Date(Date.now() + 60_000));
    try {
      await registerPerson(
        { identifier, name: "冒名者", password: "another password", locale: "zh-CN" },
        t.db,
      );
    } finally {
      clock.restore();
    }
    const user = await t.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.name).toBe("李娜");
    expect((await enter(identifier)).kind).toBe("DONE");
    const letters = await t.db.outboundMessage.findMany({
      where: { recipient: "owner@example.cn" },
    });
    expect(letters.at(-1)?.text).not.toMatch(/\d{6}/);
  });

  it("lets two sign up with one address at once, and one account comes of it", async () => {
    const identifier = mail("twice@example.cn");
    const input = { identifier, name: "双击", password: PASSWORD, locale: "zh-CN" };
    const { codes } = await settle([registerPerson(input, t.db), registerPerson(input, t.db)]);
    expect(codes).toEqual(["code_too_soon"]);
    expect(await t.db.user.count({ where: { email: "twice@example.cn" } })).toBe(1);
  });

  it("gives an account that was never confirmed to whoever signs up next", async () => {
    const identifier = mail("late@example.cn");
    const input = { identifier, name: "旧", password: "first password", locale: "zh-CN" };
    await registerPerson(input, t.db);
    const clock = useTestClock(new Date(Date.now() + 60_000));
    try {
      await registerPerson({ ...input, name: "新", password: PASSWORD }, t.db);
      await confirmContact({ identifier, code: await lastCode(t.db, identifier.value) }, t.db);
    } finally {
      clock.restore();
    }
    await refused(enter(identifier, "first password"), "sign_in_failed");
    expect((await enter(identifier)).kind).toBe("DONE");
  });
});

describe("codes", () => {
  it("allow five tries, then none", async () => {
    const identifier = mail("guess@example.cn");
    await registerPerson({ identifier, name: "猜", password: PASSWORD, locale: "zh-CN" }, t.db);
    const right = await lastCode(t.db, identifier.value);
    const wrong = right === "000000" ? "000001" : "000000";
    const guesses = Array.from({ length: 8 }, () =>
      confirmContact({ identifier, code: wrong }, t.db),
    );
    const { codes } = await settle(guesses);
    expect(codes.filter((code) => code === "code_wrong")).toHaveLength(5);
    expect(codes.filter((code) => code === "code_expired")).toHaveLength(3);
    await refused(confirmContact({ identifier, code: right }, t.db), "code_expired");
  });

  it("are good for ten minutes and kept only as a digest", async () => {
    const identifier = mail("slow@example.cn");
    await registerPerson({ identifier, name: "慢", password: PASSWORD, locale: "zh-CN" }, t.db);
    const code = await lastCode(t.db, identifier.value);
    const rows = await t.db.verification.findMany();
    expect(rows.every((row) => !row.value.includes(code))).toBe(true);
    const clock = useTestClock(new Date(Date.now() + 10 * 60_000 + 1000));
    try {
      await refused(confirmContact({ identifier, code }, t.db), "code_expired");
    } finally {
      clock.restore();
    }
  });

  it("are sent at most every 30 seconds and six times an hour", async () => {
    const identifier = mail("again@example.cn");
    await registerPerson({ identifier, name: "再", password: PASSWORD, locale: "zh-CN" }, t.db);
    const again = () => resendCode({ identifier, locale: "zh-CN" }, t.db);
    await refused(again(), "code_too_soon");
    const clock = useTestClock(new Date());
    try {
      for (let sent = 1; sent < 6; sent += 1) {
        clock.advance(31_000);
        await again();
      }
      clock.advance(31_000);
      await refused(again(), "code_too_many");
    } finally {
      clock.restore();
    }
  });
});

describe("signing in", () => {
  it("locks after wrong passwords, also when they come at once, and says for how long", async () => {
    const identifier = mail("locked@example.cn");
    await join(identifier);
    const { codes } = await settle(
      Array.from({ length: 9 }, () => enter(identifier, "wrong password")),
    );
    expect(codes.filter((code) => code === "sign_in_failed")).toHaveLength(SIGN_IN_TRIES);
    expect(codes.filter((code) => code === "account_locked")).toHaveLength(9 - SIGN_IN_TRIES);
    await expect(enter(identifier)).rejects.toMatchObject({
      code: "account_locked",
      params: { minutes: LOCK_MINUTES },
    });
    expect(await t.db.auditEvent.count({ where: { action: "identity.user.locked" } })).toBe(1);
    const clock = useTestClock(new Date(Date.now() + LOCK_MINUTES * 60_000 + 1000));
    try {
      expect((await enter(identifier)).kind).toBe("DONE");
    } finally {
      clock.restore();
    }
  });

  it("answers strangers as it answers the wrong password, lock included", async () => {
    const stranger = mail("nobody@example.cn");
    for (let tries = 0; tries < SIGN_IN_TRIES; tries += 1) {
      await refused(enter(stranger), "sign_in_failed");
    }
    await refused(enter(stranger), "account_locked");
  });

  it("refuses deactivated accounts like unknown ones", async () => {
    const identifier = mail("gone@example.cn");
    const id = await join(identifier);
    await t.db.user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    await refused(enter(identifier), "sign_in_failed");
  });

  it("forgets wrong tries after a right one", async () => {
    const identifier = mail("typo@example.cn");
    await join(identifier);
    await refused(enter(identifier, "typo typo typo"), "sign_in_failed");
    await enter(identifier);
    const user = await t.db.user.findUniqueOrThrow({ where: { email: "typo@example.cn" } });
    expect(user.failedSignIns).toBe(0);
  });
});

describe("a forgotten password", () => {
  it("is replaced by a code; sessions end, the lock is lifted", async () => {
    const identifier = phone("13912345678");
    const userId = await join(identifier);
    await enter(identifier);
    await settle(Array.from({ length: 6 }, () => enter(identifier, "wrong password")));
    await requestPasswordReset({ identifier, locale: "zh-CN" }, t.db);
    const code = await lastCode(t.db, identifier.value);
    const password = "brand new password";
    await resetPassword({ identifier, code, password }, t.db);
    expect(await t.db.session.count({ where: { userId } })).toBe(0);
    await refused(enter(identifier), "sign_in_failed");
    expect((await enter(identifier, password)).kind).toBe("DONE");
    await refused(resetPassword({ identifier, code, password }, t.db), "code_expired", "code");
  });

  it("sends nothing to addresses without a confirmed account", async () => {
    const identifier = mail("unknown@example.cn");
    await requestPasswordReset({ identifier, locale: "zh-CN" }, t.db);
    expect(await t.db.outboundMessage.count()).toBe(0);
  });
});

describe("sessions", () => {
  it("end at sign-out, and a forged cookie opens nothing", async () => {
    const identifier = mail("out@example.cn");
    await join(identifier);
    const entered = await enter(identifier);
    if (entered.kind !== "DONE") throw new Error("not signed in");
    const cookies = entered.headers.getSetCookie();
    const forged = cookies.map((line) =>
      line.replace(/session_token=(.)/, (_, first) => `session_token=${first === "X" ? "Y" : "X"}`),
    );
    expect(await findSession(browser(forged))).toBeNull();
    await auth().api.signOut({ headers: browser(cookies) });
    expect(await findSession(browser(cookies))).toBeNull();
  });
});
