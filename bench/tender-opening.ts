import { randomBytes } from "node:crypto";
import { withBenchDatabase } from "./bench-database.ts";

/**
 * node --import tsx bench/tender-opening.ts [bids] [answer characters]   (default 200, 1500)
 *
 * Seals bids as browsers do, opens their shares as two holders' browsers do, and lets the second
 * holder's hand-in open them all on the server: shares checked, keys combined, decrypted, commitments
 * and contents checked, states and evidence written in one transaction. Prints times and the ratio of
 * the opening to the bare AES-GCM and SHA-256 work of the same bytes, and of a holder's part to bare
 * ECDH agreements.
 */
const count = Number(process.argv[2] ?? 200);
const characters = Number(process.argv[3] ?? 1500);
await withBenchDatabase(run);

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const begin = performance.now();
  const value = await work();
  return { ms: performance.now() - begin, value };
}

async function run(url: string): Promise<void> {
  const { createDb } = await import("../app/platform/db.server");
  const { walkScene, insertTender } = await import("../tests/factories/tender-rows");
  const { bidContent } = await import("../tests/factories/tenders");
  const { newId } = await import("../app/domain/shared/ids");
  const { sealBid, openShare } = await import("../app/domain/tenders/sealing-rules.js");
  const { handInShares } = await import("../app/domain/tenders/hand-in-shares.server");
  const db = createDb(url, 4);
  const scene = await walkScene(db);
  const { id } = await insertTender(db, scene, { state: "OPENING", isDue: true, bids: 0 });
  await db.tenderKeyHolder.updateMany({ where: { tenderId: id }, data: { openedAt: null } });
  const roles = ["BUYER", "MARKET", "NOTARY"] as const;
  const holders = roles.map((role) => {
    const { publicKey, fingerprint } = scene.keys[role];
    return { role, publicKey, fingerprint };
  });
  const text = "膜".repeat(characters);
  const rulesHash = "a".repeat(64);

  const sealing = await timed(async () => {
    const made = [];
    for (let at = 0; at < count; at += 1) {
      const organisationId = newId();
      const content = bidContent(1_000 + at, { answers: [{ criterionId: "c3", text }] });
      const call = { tenderId: id, organisationId, rulesHash, holders };
      made.push({ organisationId, ...(await sealBid(content, call)) });
    }
    return made;
  });
  const bids = sealing.value.map((one, at) => ({ ...one, id: newId(), number: at + 1 }));
  await db.organisation.createMany({
    data: bids.map((one) => ({
      id: one.organisationId,
      kind: "ENTERPRISE" as const,
      legalName: `投标单位 ${one.number}`,
      regionCode: "370102",
    })),
  });
  await db.tenderBid.createMany({
    data: bids.map((one) => ({
      id: one.id,
      tenderId: id,
      organisationId: one.organisationId,
      userId: scene.notary.userId,
      number: one.number,
      envelope: one.envelope,
      envelopeHash: rulesHash,
      receipt: "",
      submittedAt: new Date(),
    })),
  });
  const sharesOf = (role: (typeof roles)[number]) =>
    timed(async () => {
      const shares = [];
      for (const one of bids) {
        const sealed = one.envelope.shares.find((share) => share.role === role);
        if (!sealed) throw new Error("no share");
        const share = await openShare(one.envelope, sealed, scene.keys[role].privateKey);
        shares.push({ bidId: one.id, share });
      }
      return shares;
    });
  const buyers = await sharesOf("BUYER");
  const notarys = await sharesOf("NOTARY");
  const people = await db.tenderKeyHolder.findMany({ where: { tenderId: id } });
  const { actorOf } = await import("../tests/factories/people");
  const actor = async (role: string) =>
    actorOf(db, people.find((one) => one.role === role)?.userId ?? "");
  const first = await actor("BUYER");
  const second = await actor("NOTARY");
  const handFirst = await timed(() =>
    handInShares({ tenderId: id, shares: buyers.value }, first, db),
  );
  const opening = await timed(() =>
    handInShares({ tenderId: id, shares: notarys.value }, second, db),
  );
  const opened = await db.tenderBid.count({ where: { tenderId: id, state: "OPENED" } });
  if (!opening.value.isOpened || opened !== count) {
    const refused = await db.tenderBid.findFirst({ where: { tenderId: id, state: "INVALID" } });
    throw new Error(`opened ${opened} of ${count}: ${refused?.invalidReason}`);
  }

  const bare = await bareWork(bids.map((one) => one.envelope));
  await db.$disconnect();
  const line = (what: string, ms: number, note: string) =>
    console.log(`${what.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms   ${note}`);
  const each = (ms: number) => `${(ms / count).toFixed(2)} ms a bid`;
  console.log(
    `${count} bids, ${characters} characters each, ${bids[0]?.envelope.cipher.length} characters of cipher text`,
  );
  line("seal (browser)", sealing.ms, each(sealing.ms));
  line("open one holder's shares (browser)", buyers.ms, each(buyers.ms));
  line(
    "bare ECDH P-256 agreements, one a bid",
    bare.ecdh,
    `ratio ${(buyers.ms / bare.ecdh).toFixed(1)}`,
  );
  line("hand in the first holder's shares", handFirst.ms, each(handFirst.ms));
  line("hand in the second, opening all bids", opening.ms, each(opening.ms));
  line(
    "bare AES-256-GCM and SHA-256 of the same",
    bare.aes,
    `ratio ${(opening.ms / bare.aes).toFixed(1)}`,
  );
}

/** The same number of the same primitives on the same sizes, through the same interface. */
async function bareWork(envelopes: readonly { cipher: string }[]) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { subtle } = globalThis.crypto;
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const theirs = await subtle.generateKey(curve, false, ["deriveBits"]);
  const ecdh = await timed(async () => {
    for (const _ of envelopes) {
      await subtle.deriveBits({ name: "ECDH", public: theirs.publicKey }, own.privateKey, 256);
    }
  });
  const key = await subtle.importKey("raw", randomBytes(32), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const sealed: { iv: Buffer<ArrayBuffer>; data: ArrayBuffer }[] = [];
  for (const { cipher } of envelopes) {
    const iv = randomBytes(12);
    const plain = randomBytes(Math.floor((cipher.length * 3) / 4) - 16);
    sealed.push({ iv, data: await subtle.encrypt({ name: "AES-GCM", iv }, key, plain) });
  }
  const aes = await timed(async () => {
    for (const { iv, data } of sealed) {
      const plain = await subtle.decrypt({ name: "AES-GCM", iv }, key, data);
      await subtle.digest("SHA-256", plain);
    }
  });
  return { ecdh: ecdh.ms, aes: aes.ms };
}
