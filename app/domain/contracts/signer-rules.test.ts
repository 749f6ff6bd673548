import { describe, expect, it } from "vitest";
import { agreementText } from "./sign-agreement-rules";
import { nextSignerOf, shortHash, signerFaultOf, signingOrder } from "./signer-rules";

const signer = (
  sort: number,
  signedAt: string | null = null,
  declinedAt: string | null = null,
) => ({
  sort,
  userId: `user-${sort}`,
  signedAt,
  declinedAt,
});

describe("signers", () => {
  it("sign one after the other, whatever the order of the rows", () => {
    expect(nextSignerOf([signer(2), signer(1, "2026-11-22")])?.sort).toBe(2);
    expect(nextSignerOf([signer(2), signer(1)])?.sort).toBe(1);
    expect(nextSignerOf([signer(1, "2026-11-22"), signer(2, "2026-11-22")])).toBeNull();
    expect(nextSignerOf([signer(1), signer(2, null, "2026-11-22")])).toBeNull();
  });

  it("need the scope, a verified organisation and a name that somebody has checked", () => {
    const good = { maySign: true, isOrganisationVerified: true, realNameLevel: 2 };
    expect(signerFaultOf(good)).toBeNull();
    expect(signerFaultOf({ ...good, maySign: false })).toBe("signer_no_scope");
    expect(signerFaultOf({ ...good, isOrganisationVerified: false })).toBe("signer_organisation");
    expect(signerFaultOf({ ...good, realNameLevel: 1 })).toBe("signer_level");
  });

  it("come in the chosen order, the broker last", () => {
    const sides = ["BROKER", "SUPPLY", "DEMAND"] as const;
    const order = sides.map((side) => signingOrder(side, "DEMAND"));
    expect(order).toEqual([3, 2, 1]);
  });

  it("agree on a text that names the document", () => {
    const sha256 = "ab12".repeat(16);
    expect(agreementText(sha256)).toContain(sha256);
    expect(agreementText(sha256)).not.toBe(agreementText("0".repeat(64)));
    expect(shortHash(sha256)).toBe("ab12 ab12 ab12 ab12");
  });
});
