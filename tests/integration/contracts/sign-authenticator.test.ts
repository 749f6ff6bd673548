import { describe, expect, it } from "vitest";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { requestSignCode } from "~/domain/contracts/request-sign-code.server";
import { sealContract } from "~/domain/contracts/seal-contract.server";
import { signContract } from "~/domain/contracts/sign-contract.server";
import { getSignPage } from "~/domain/contracts/sign-page-queries.server";
import { startSigning } from "~/domain/contracts/start-signing.server";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { beginTwoFactor, confirmTwoFactor } from "~/domain/identity/two-factor.server";
import { decodeBase32, totp } from "../../factories/authenticator";
import {
  lastSignCode,
  makeFinalContract,
  makeTestSealKey,
  putDealInto,
  signInput,
} from "../../factories/signing";
import { useTestDb } from "../../setup/database";
import { browser, mail, PASSWORD, refused } from "../identity/support";

const t = useTestDb("file");

describe("the second factor of a signature", () => {
  it("is the authenticator where there is one; a seal that fails leaves nothing behind", async () => {
    const contract = await makeFinalContract(t.db);
    const { seller, buyer } = contract.deal;
    await writePassword(t.db, seller.userId, await hashPassword(PASSWORD));
    const entered = await signIn(
      { identifier: mail(seller.email), password: PASSWORD, headers: browser() },
      t.db,
    );
    if (entered.kind === "CONFIRM_FIRST") throw new Error("not signed in");
    const headers = browser(entered.headers.getSetCookie());
    const uri = new URL(await beginTwoFactor({ password: PASSWORD, headers }, seller, t.db));
    const secret = decodeBase32(uri.searchParams.get("secret") ?? "");
    const on = await confirmTwoFactor({ code: totp(secret), headers }, seller, t.db);
    const inside = browser(on.headers.getSetCookie());

    for (const actor of [seller, buyer]) {
      const named = { contractId: contract.id, userId: actor.userId, capacity: "AGENT" } as const;
      await nameSigner(named, actor, t.db);
    }
    await startSigning({ contractId: contract.id, first: "SUPPLY" }, seller, t.db);
    const page = await getSignPage(t.db, contract.id, seller);
    expect(page.turn?.factors).toEqual([{ factor: "TOTP", address: "" }]);
    // Somebody with an authenticator cannot fall back to the weaker way.
    const byMail = { contractId: contract.id, by: "MAIL_CODE" } as const;
    await refused(requestSignCode(byMail, seller, t.db), "sign_factor_unknown", "by");
    const wrong = { ...signInput(contract, "000000"), headers: inside };
    await refused(signContract(wrong, seller, t.db), "second_factor_wrong", "code");
    const right = { ...signInput(contract, totp(secret)), headers: inside };
    await signContract(right, seller, t.db);
    const signed = await t.db.contractSigner.findFirstOrThrow({
      where: { contractId: contract.id, userId: seller.userId },
    });
    expect(signed).toMatchObject({ factor: "TOTP", realNameLevel: 2, ipAddress: "203.0.113.7" });

    await requestSignCode(byMail, buyer, t.db);
    const code = await lastSignCode(t.db, buyer);
    await signContract(signInput(contract, code), buyer, t.db);
    await makeTestSealKey(t.db);
    await putDealInto(t.db, contract.deal.id, "PAUSED");
    await expect(sealContract(contract.id, t.db)).rejects.toThrow("cannot be sealed");
    const left = await t.db.contract.findUniqueOrThrow({ where: { id: contract.id } });
    expect(left).toMatchObject({ state: "SIGNING", sealedFileId: null });
    expect(await t.db.documentSeal.count()).toBe(0);
    expect(await t.db.storedFile.count({ where: { purpose: "SEALED" } })).toBe(0);
    await putDealInto(t.db, contract.deal.id, "AGREED");
    expect(await sealContract(contract.id, t.db)).toBe("sealed");
  });
});
