import { describe, expect, it } from "vitest";
import { type HolderRole, lockKey, makeHolderKey, unlockKey } from "./holder-key-rules.js";
import { envelopeHashOf, openEnvelope, openShare, sealBid } from "./sealing-rules.js";

const TENDER = "01900000-0000-7000-8000-000000000001";
const BIDDER = "01900000-0000-7000-8000-000000000002";
const ROLES = ["BUYER", "MARKET", "NOTARY"] as const;

const CONTENT = {
  priceFen: "123456700",
  durationDays: 180,
  answers: [{ criterionId: "c1", text: "方案说明" }],
  statement: "承诺",
  attachments: [],
};

async function makeScene() {
  const keys = await Promise.all(ROLES.map(() => makeHolderKey()));
  const holders = ROLES.map((role, at) => {
    const key = keys[at];
    if (!key) throw new Error("no key");
    return { role, publicKey: key.publicKey, fingerprint: key.fingerprint };
  });
  const call = { tenderId: TENDER, organisationId: BIDDER, rulesHash: "a".repeat(64), holders };
  const { envelope, nonce } = await sealBid(CONTENT, call);
  const open = (role: HolderRole, of = envelope) => {
    const at = ROLES.indexOf(role);
    const key = keys[at];
    const sealed = of.shares[at];
    if (!key || !sealed) throw new Error("no share");
    return openShare(of, sealed, key.privateKey);
  };
  return { keys, call, envelope, nonce, open };
}

describe("a sealed bid", () => {
  it("opens with any two of the three keys and with no single one", async () => {
    const { envelope, nonce, open } = await makeScene();
    const [buyer, market, notary] = await Promise.all(ROLES.map((role) => open(role)));
    for (const pair of [
      [buyer, market],
      [market, notary],
      [notary, buyer],
    ]) {
      const shares = pair.map((one) => one ?? "");
      expect(await openEnvelope(envelope, shares)).toEqual({ content: CONTENT, nonce });
    }
    await expect(openEnvelope(envelope, [buyer ?? ""])).rejects.toThrow("shares_missing");
    await expect(openEnvelope(envelope, [buyer ?? "", buyer ?? ""])).rejects.toThrow("bad_shares");
  });

  it("does not show the length of what is in it, nor the price", async () => {
    const { call, envelope } = await makeScene();
    const other = await sealBid({ ...CONTENT, priceFen: "9" }, call);
    expect(other.envelope.cipher.length).toBe(envelope.cipher.length);
    expect(JSON.stringify(envelope)).not.toContain("123456700");
    expect(await envelopeHashOf(envelope)).not.toBe(await envelopeHashOf(other.envelope));
  });

  it("notices every change", async () => {
    const { envelope, open } = await makeScene();
    const shares = await Promise.all([open("BUYER"), open("NOTARY")]);
    const flip = (text: string) => (text[5] === "A" ? "B" : "A");
    const changed = (text: string) => `${text.slice(0, 5)}${flip(text)}${text.slice(6)}`;
    for (const broken of [
      { ...envelope, cipher: changed(envelope.cipher) },
      { ...envelope, iv: changed(envelope.iv) },
      { ...envelope, commitment: "0".repeat(64) },
      { ...envelope, organisationId: TENDER },
      { ...envelope, rulesHash: "b".repeat(64) },
    ]) {
      await expect(openEnvelope(broken, shares)).rejects.toThrow("cipher_changed");
    }
    await expect(open("BUYER", { ...envelope, organisationId: TENDER })).rejects.toThrow(
      "share_unreadable",
    );
    const swapped = envelope.shares.map((one) => ({ ...one, digest: "0".repeat(64) }));
    await expect(open("BUYER", { ...envelope, shares: swapped })).rejects.toThrow("share_mismatch");
  });

  it("is not sealed to a key that is not the announced one", async () => {
    const { call } = await makeScene();
    const holders = call.holders.map((one) => ({ ...one, fingerprint: "0".repeat(64) }));
    await expect(sealBid(CONTENT, { ...call, holders })).rejects.toThrow("wrong_fingerprint");
    await expect(sealBid(CONTENT, { ...call, holders: [] })).rejects.toThrow("holders_missing");
  });
});

describe("a key file", () => {
  it("gives the key back for its pass phrase only", async () => {
    const { keys, envelope } = await makeScene();
    const [key] = keys;
    const [sealed] = envelope.shares;
    if (!key || !sealed) throw new Error("no key");
    const about = { tenderId: TENDER, role: "BUYER" as const, fingerprint: key.fingerprint };
    const file = await lockKey(key.privateKey, about, "一二三 four five", 1000);
    const opened = await unlockKey(file, "一二三 four five");
    expect(opened.extractable).toBe(false);
    expect(await openShare(envelope, sealed, opened)).toMatch(/^[\w-]{44}$/);
    await expect(unlockKey(file, "other")).rejects.toThrow("wrong_passphrase");
    await expect(unlockKey({ ...file, role: "MARKET" }, "一二三 four five")).rejects.toThrow(
      "wrong_passphrase",
    );
    await expect(unlockKey({ ...file, format: "x" }, "")).rejects.toThrow("not_a_key_file");
    await expect(unlockKey({ ...file, iterations: 1e9 }, "")).rejects.toThrow("not_a_key_file");
  });
});
