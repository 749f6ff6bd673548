import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { applyForRealName } from "~/domain/identity/apply-for-real-name.server";
import {
  confirmContactChange,
  requestContactChange,
} from "~/domain/identity/change-contact.server";
import { changePassword } from "~/domain/identity/change-password.server";
import { closeAccount } from "~/domain/identity/close-account.server";
import { decideRealName } from "~/domain/identity/decide-real-name.server";
import { openDocument } from "~/domain/identity/document-queries.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { exportPersonalData } from "~/domain/identity/export-personal-data.server";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import { verifySecondFactor } from "~/domain/identity/second-factor.server";
import { signIn } from "~/domain/identity/sign-in.server";
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
} from "~/domain/identity/two-factor.server";
import { findSession } from "~/platform/auth.server";
import { decodeBase32, totp } from "../../factories/authenticator";
import {
  actorOf,
  makeMember,
  makeOfficer,
  makeOrganisation,
  makeStranger,
} from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { browser, giveSession, lastCode, mail, PASSWORD, PNG, refused, settle } from "./support";

const t = useTestDb();

/** A person with a password and a session. */
async function makeAccount(): Promise<UserActor> {
  const actor = await makeStranger(t.db);
  await writePassword(t.db, actor.userId, await hashPassword(PASSWORD));
  await giveSession(t.db, actor.userId, actor.sessionId);
  return actor;
}

const enter = (email: string) =>
  signIn({ identifier: mail(email), password: PASSWORD, headers: browser() }, t.db);

describe("real names", () => {
  const application = {
    legalName: "李娜",
    documentKind: "RESIDENT_ID" as const,
    documentNumber: "11010519491231002X",
    upload: PNG,
  };

  it("reach L2 when an operator has seen the document; the number is kept encrypted", async () => {
    const person = await makeStranger(t.db);
    const id = await applyForRealName(application, person, t.db);
    const stored = await t.db.realNameApplication.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain("19491231");
    expect(stored.documentNumberLast4).toBe("002X");
    expect(await t.db.procedureClock.count({ where: { subjectId: id } })).toBe(1);

    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const decision = { applicationId: id, move: "approve" as const, note: "" };
    await refused(decideRealName(decision, await makeOfficer(t.db), t.db), "forbidden");
    await openDocument(stored.fileId ?? "", operator, t.db);
    await refused(openDocument(stored.fileId ?? "", await makeStranger(t.db), t.db), "not_found");
    expect(await t.db.auditEvent.count({ where: { action: "identity.document.viewed" } })).toBe(1);
    const { done, codes } = await settle([
      decideRealName(decision, operator, t.db),
      decideRealName({ ...decision, move: "returnForCorrection", note: "模糊" }, operator, t.db),
    ]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["wrong_state"] });
  });

  it("are asked for once at a time, with a right number and a document", async () => {
    const person = await makeStranger(t.db);
    const wrong = { ...application, documentNumber: "110105194912310021" };
    await refused(applyForRealName(wrong, person, t.db), "id_check_digit", "documentNumber");
    const bare = { ...application, upload: null };
    await refused(applyForRealName(bare, person, t.db), "document_required", "file");
    const { done, codes } = await settle([
      applyForRealName(application, person, t.db),
      applyForRealName(application, person, t.db),
    ]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["real_name_open"] });
    expect(await t.db.storedFile.count()).toBe(1);
  });

  it("are not approved by the applicant", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const asPerson = { ...operator, realNameLevel: 1 };
    const id = await applyForRealName(application, asPerson, t.db);
    const decision = { applicationId: id, move: "approve" as const, note: "" };
    await refused(decideRealName(decision, asPerson, t.db), "own_application");
  });
});

describe("one's own account", () => {
  it("changes its password with the present one, and other sessions end", async () => {
    const person = await makeAccount();
    await enter(person.email);
    const input = { currentPassword: "not this one", password: "an entirely new one" };
    await refused(changePassword(input, person, t.db), "password_wrong", "currentPassword");
    await changePassword({ ...input, currentPassword: PASSWORD }, person, t.db);
    const left = await t.db.session.findMany({ where: { userId: person.userId } });
    expect(left.map((session) => session.id)).toEqual([person.sessionId]);
  });

  it("ends its own sessions only", async () => {
    const [mine, other] = [await makeAccount(), await makeAccount()];
    await refused(endSessions({ sessionId: other.sessionId }, mine, t.db), "not_found");
    await enter(mine.email);
    await enter(mine.email);
    expect(await endSessions({ sessionId: "others" }, mine, t.db)).toBe(2);
    expect(await t.db.session.count({ where: { userId: other.userId } })).toBe(1);
  });

  it("moves to a new address by a code, tells the old one, and takes nobody's", async () => {
    const person = await makeAccount();
    const identifier = mail("moved@example.cn");
    const request = { identifier, currentPassword: PASSWORD };
    await requestContactChange(request, person, t.db);
    const code = await lastCode(t.db, identifier.value);
    await refused(
      confirmContactChange({ identifier, code }, await makeAccount(), t.db),
      "code_expired",
    );
    await confirmContactChange({ identifier, code }, person, t.db);
    expect((await actorOf(t.db, person.userId)).email).toBe(identifier.value);
    expect(await t.db.outboundMessage.count({ where: { recipient: person.email } })).toBe(1);
    const thief = await makeAccount();
    const before = await t.db.outboundMessage.count();
    await refused(requestContactChange(request, thief, t.db), "code_too_soon");
    expect(await t.db.outboundMessage.count()).toBe(before);
  });

  it("asks for a second step once it is turned on; backup codes work once", async () => {
    const person = await makeAccount();
    const entered = await enter(person.email);
    if (entered.kind !== "DONE") throw new Error("not signed in");
    const headers = browser(entered.headers.getSetCookie());
    await refused(
      beginTwoFactor({ password: "wrong password", headers }, person, t.db),
      "password_wrong",
    );
    const uri = new URL(await beginTwoFactor({ password: PASSWORD, headers }, person, t.db));
    const secret = decodeBase32(uri.searchParams.get("secret") ?? "");
    await refused(
      confirmTwoFactor({ code: "000000", headers }, person, t.db),
      "second_factor_wrong",
      "code",
    );
    const code = totp(secret);
    const turnedOn = await confirmTwoFactor({ code, headers }, person, t.db);
    expect(turnedOn.backupCodes).toHaveLength(10);

    const first = await enter(person.email);
    if (first.kind !== "SECOND_FACTOR") throw new Error("no second step");
    expect(await findSession(browser(first.headers.getSetCookie()))).toBeNull();
    const step = browser(
      first.headers.getSetCookie().filter((line) => !line.includes("Max-Age=0")),
    );
    await refused(verifySecondFactor("000000", step), "second_factor_wrong", "code");
    const backup = turnedOn.backupCodes[0] ?? "";
    const inside = await verifySecondFactor(backup, step);
    expect(await findSession(browser(inside.getSetCookie()))).toMatchObject({
      userId: person.userId,
    });
    const second = await enter(person.email);
    await refused(
      verifySecondFactor(
        backup,
        browser(
          second.kind === "CONFIRM_FIRST"
            ? []
            : second.headers.getSetCookie().filter((line) => !line.includes("Max-Age=0")),
        ),
      ),
      "second_factor_wrong",
    );
    const off = await endTwoFactor(
      { password: PASSWORD, headers: browser(inside.getSetCookie()) },
      person,
      t.db,
    );
    expect(off.getSetCookie().length).toBeGreaterThan(0);
    expect((await enter(person.email)).kind).toBe("DONE");
  });

  it("hands out everything kept about the person", async () => {
    const person = await makeAccount();
    await applyForRealName(
      { legalName: "李娜", documentKind: "PASSPORT", documentNumber: "E12345678", upload: PNG },
      person,
      t.db,
    );
    const found = await exportPersonalData(person, t.db);
    expect(found.account.email).toBe(person.email);
    expect(found.realNameApplications[0]?.documentNumber).toBe("E12345678");
    expect(JSON.stringify(found)).not.toMatch(/password":|token/i);
  });

  it("is closed: name, contacts and documents go, the record stays", async () => {
    const person = await makeAccount();
    await applyForRealName(
      { legalName: "李娜", documentKind: "PASSPORT", documentNumber: "E12345678", upload: PNG },
      person,
      t.db,
    );
    await refused(closeAccount({ password: "wrong password" }, person, t.db), "password_wrong");
    await closeAccount({ password: PASSWORD }, person, t.db);
    const row = await t.db.user.findUniqueOrThrow({ where: { id: person.userId } });
    expect(row).toMatchObject({ name: "—", legalName: null, phoneNumber: null });
    expect(row.email).not.toBe(person.email);
    expect(
      await t.db.realNameApplication.findFirst({ where: { userId: person.userId } }),
    ).toMatchObject({
      state: "WITHDRAWN",
      documentNumberEncrypted: "",
      fileId: null,
    });
    await refused(enter(person.email), "sign_in_failed");
    expect(await t.db.auditEvent.count({ where: { actorUserId: person.userId } })).toBeGreaterThan(
      0,
    );
  });

  it("is not closed by the only owner of a verified organisation", async () => {
    const { id, legalName } = await makeOrganisation(t.db);
    const owner = await makeMember(t.db, id, "OWNER");
    await writePassword(t.db, owner.userId, await hashPassword(PASSWORD));
    await expect(closeAccount({ password: PASSWORD }, owner, t.db)).rejects.toMatchObject({
      code: "account_holds_organisation",
      params: { organisation: legalName },
    });
  });
});
