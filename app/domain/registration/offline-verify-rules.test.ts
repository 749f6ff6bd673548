import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signedToken, type TokenFacts, unsignedToken } from "./certificate-token-rules";
import { checkPdf, checkToken, findToken } from "./offline-verify-rules.js";

const FACTS: TokenFacts = {
  kind: "CERTIFICATE",
  number: "370100-01-2026-000001",
  officialNo: "2026370100000001",
  category: "11",
  decidedOn: "2026-11-20",
  status: "REGISTERED",
  issuer: "示例·济南市技术合同登记机构",
  version: 1,
  issuedOn: "2026-11-20",
  totalFen: 60_000_000n,
  technicalFen: 50_000_000n,
  approvedIncomeFen: 50_000_000n,
  seller: "山东某某大学",
  buyer: "济南某某新材料有限公司",
  project: "硫化物固态电解质",
  factsHash: "0123456789abcdef0123456789abcdef",
};
const FINGERPRINT = "ab".repeat(32);
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const KEY = {
  id: FINGERPRINT,
  use: "TOKEN" as const,
  algorithm: "EC-P256",
  spki: pair.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  from: "2026-01-01",
  to: null,
};

function tokenOf(facts: TokenFacts): string {
  const unsigned = unsignedToken(facts, FINGERPRINT);
  const key = { key: pair.privateKey, dsaEncoding: "ieee-p1363" as const };
  return signedToken(unsigned, sign("sha256", Buffer.from(unsigned), key));
}

describe("the code on a paper", () => {
  it("is verified without network and gives its facts back", async () => {
    const token = tokenOf(FACTS);
    const { answer, facts } = await checkToken(token, [KEY]);
    expect(answer).toBe("VALID");
    expect(facts).toEqual({
      ...FACTS,
      totalFen: 60_000_000,
      technicalFen: 50_000_000,
      approvedIncomeFen: 50_000_000,
    });
  });

  it("is found in a scanned address, with line breaks from a mail in it", () => {
    const token = tokenOf(FACTS);
    const pasted = `https://market.example/verify/registrations/1#${token.slice(0, 80)}\r\n ${token.slice(80)}`;
    expect(findToken(pasted)).toBe(token);
    expect(findToken("https://market.example/verify/registrations/1")).toBeNull();
  });

  it("is refused after a change of any single character", async () => {
    const token = tokenOf(FACTS);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : token[at] === "a" ? "b" : "A";
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect((await checkToken(changed, [KEY])).answer, `character ${at}`).not.toBe("VALID");
    }
  });

  it("tells an unknown key from a forgery, and knows when a key was in use", async () => {
    const token = tokenOf(FACTS);
    const answerOf = async (key: typeof KEY | { to: string; from: string }) =>
      (await checkToken(token, [{ ...KEY, ...key }])).answer;
    expect((await checkToken(token, [])).answer).toBe("UNKNOWN_KEY");
    expect((await checkToken(token, [{ ...KEY, use: "SEAL" }])).answer).toBe("UNKNOWN_KEY");
    expect(await answerOf({ from: "2026-01-01", to: "2026-11-20" })).toBe("VALID");
    expect(await answerOf({ from: "2026-01-01", to: "2026-11-19" })).toBe("OUT_OF_DATE");
    expect(await answerOf({ from: "2026-11-21", to: "2027-01-01" })).toBe("OUT_OF_DATE");
  });

  it("is short enough for a camera even with long names, and cuts them", async () => {
    const token = tokenOf({ ...FACTS, seller: "很".repeat(90), buyer: "长".repeat(90) });
    expect(token.length).toBeLessThan(900);
    expect((await checkToken(token, [KEY])).facts?.seller).toBe(`${"很".repeat(39)}…`);
  });

  it("says that a file without a seal is nothing it can vouch for", async () => {
    const plain = new TextEncoder().encode(`%PDF-1.7 /Keywords (${tokenOf(FACTS)})`);
    expect(await checkPdf(plain, [KEY])).toMatchObject({ answer: "CHANGED", seal: "NONE" });
    const nothing = new TextEncoder().encode("%PDF-1.7");
    expect(await checkPdf(nothing, [KEY])).toMatchObject({ answer: "UNREADABLE", seal: "NONE" });
  });
});
