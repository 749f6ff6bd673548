import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { confirmPaper } from "~/domain/contracts/confirm-paper.server";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { rejectPaper } from "~/domain/contracts/reject-paper.server";
import { getPaperPage } from "~/domain/contracts/sign-page-queries.server";
import { startSigning } from "~/domain/contracts/start-signing.server";
import { uploadPaper } from "~/domain/contracts/upload-paper.server";
import { verifyDocument } from "~/domain/contracts/verify-document.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { getSealKey, getSealProvider } from "~/domain/shared/seal-key.server";
import { isPayloadSignature, signPayload } from "~/domain/shared/sign-payload.server";
import { resetEnv } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { makeSealKey } from "~/platform/seal-certificate.server";
import { makeBroker } from "../../factories/brokers";
import { addParticipant } from "../../factories/deals";
import { makeMember } from "../../factories/people";
import { contractPdf, makeFinalContract } from "../../factories/signing";
import { useTestDb } from "../../setup/database";
import { PNG, refused } from "../identity/support";

const t = useTestDb("file");
const pdf = (bytes: Uint8Array) => ({ name: "扫描件.pdf", bytes });

describe("a contract on paper", () => {
  it("is complete when a second person of the other side has compared the scan", async () => {
    const contract = await makeFinalContract(t.db);
    const { seller, buyer, demand } = contract.deal;
    const signedOn = calendarDate(clock.now());
    const contractId = contract.id;
    const scan = await contractPdf("签字盖章的扫描件");
    const onePage = await renderPdf({
      title: "一页",
      author: "",
      language: "zh-CN",
      createdAt: clock.now(),
      blocks: [{ kind: "paragraph", text: "只有一页" }],
    });
    const upload = (content: { name: string; bytes: Uint8Array }, day = signedOn) =>
      uploadPaper({ contractId, upload: content, signedOn: day }, seller, t.db);
    await refused(upload(pdf(onePage)), "paper_pages", "scan");
    await refused(upload(PNG), "file_kind", "scan");
    await refused(upload(pdf(Buffer.from("%PDF-1.7\nbroken"))), "paper_unreadable", "scan");
    await refused(upload(pdf(scan), "2020-01-01"), "paper_date", "signedOn");
    await upload(pdf(scan));
    const scanSha256 = createHash("sha256").update(scan).digest("hex");
    const confirm = { contractId, scanSha256 };
    await refused(confirmPaper(confirm, seller, t.db), "contract_paper_own_side");
    const clerk = await makeMember(t.db, demand.id);
    await refused(confirmPaper(confirm, clerk, t.db), "not_found");
    await refused(
      confirmPaper({ contractId, scanSha256: contract.sha256 }, buyer, t.db),
      "paper_changed",
    );
    await rejectPaper({ contractId, note: "第 2 页缺印章" }, buyer, t.db);
    expect((await getPaperPage(t.db, contractId, buyer)).scan).toBeNull();
    await upload(pdf(scan));
    expect(await getPaperPage(t.db, contractId, buyer)).toMatchObject({
      mayConfirm: true,
      scan: { sha256: scanSha256, pages: 2, side: "SUPPLY" },
    });
    await confirmPaper(confirm, buyer, t.db);
    const done = await t.db.contract.findUniqueOrThrow({ where: { id: contractId } });
    expect(done).toMatchObject({ state: "SIGNED", signingMode: "PAPER" });
    expect(calendarDate(done.signedOn ?? new Date(0))).toBe(signedOn);
    const verified = await verifyDocument({ content: scan }, null, "203.0.113.10", t.db);
    expect(verified).toMatchObject({ outcome: "ISSUED", document: { kind: "CONTRACT_PAPER" } });
  });
});

describe("a broker in the room", () => {
  it("is refused for who it is, in whatever state the contract is", async () => {
    const contract = await makeFinalContract(t.db);
    const contractId = contract.id;
    const { seller, buyer } = contract.deal;
    const { id: brokerId, actor: broker, agencyId: organisationId } = await makeBroker(t.db);
    const part = { role: "BROKER", organisationId, brokerId };
    await addParticipant(t.db, contract.deal.id, broker.userId, part);
    const upload = pdf(await contractPdf("签字盖章的扫描件"));
    const signedOn = calendarDate(clock.now());
    const tryAll = async () => {
      const scanSha256 = contract.sha256;
      await refused(uploadPaper({ contractId, upload, signedOn }, broker, t.db), "wrong_actor");
      await refused(rejectPaper({ contractId, note: "退回" }, broker, t.db), "wrong_actor");
      await refused(confirmPaper({ contractId, scanSha256 }, broker, t.db), "wrong_actor");
      await refused(startSigning({ contractId, first: "SUPPLY" }, broker, t.db), "wrong_actor");
    };
    await tryAll();
    for (const actor of [seller, buyer]) {
      await nameSigner({ contractId, userId: actor.userId, capacity: "AGENT" }, actor, t.db);
    }
    await startSigning({ contractId, first: "SUPPLY" }, seller, t.db);
    await tryAll();
    // The sides are told what is the matter: it is being signed.
    await refused(rejectPaper({ contractId, note: "退回" }, buyer, t.db), "wrong_state");
    const { state } = await t.db.contract.findUniqueOrThrow({ where: { id: contractId } });
    expect(state).toBe("SIGNING");
  });
});

describe("keys of the market", () => {
  it("are made once by two at once, lie encrypted, and sign what verifies", async () => {
    const [one, two] = await Promise.all([
      getSealKey("CERTIFICATE", t.db),
      getSealKey("CERTIFICATE", t.db),
    ]);
    expect(one.fingerprint).toBe(two.fingerprint);
    const row = await t.db.sealKey.findFirstOrThrow({ where: { purpose: "CERTIFICATE" } });
    expect(row.privateKeyEncrypted).not.toContain("PRIVATE KEY");
    const payload = Buffer.from("登记证明 1");
    const signed = await signPayload(payload, t.db);
    expect(signed.signature).toHaveLength(64);
    expect(isPayloadSignature(payload, signed.signature, signed.publicKeyPem)).toBe(true);
    const other = Buffer.from("登记证明 2");
    expect(isPayloadSignature(other, signed.signature, signed.publicKeyPem)).toBe(false);
  });

  it("may be bought: the files' certificate seals, and /verify keeps knowing it", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "seal-key-"));
    try {
      const made = await makeSealKey({
        algorithm: "EC-P256",
        subject: { organisation: "某认证机构", commonName: "某单位电子印章" },
        from: clock.now(),
        years: 1,
        serial: new Uint8Array(16).fill(3),
      });
      await writeFile(path.join(folder, "key.pem"), made.privateKeyPem);
      await writeFile(path.join(folder, "cert.pem"), made.certificatePem);
      vi.stubEnv("SEAL_KEY_FILE", path.join(folder, "key.pem"));
      vi.stubEnv("SEAL_CERT_FILE", path.join(folder, "cert.pem"));
      resetEnv();
      const provider = await getSealProvider(t.db);
      expect(provider).toMatchObject({ fingerprint: made.fingerprint, name: "某单位电子印章" });
      await getSealProvider(t.db);
      const { fingerprint } = made;
      expect(await t.db.sealKey.count({ where: { fingerprint } })).toBe(1);
      await writeFile(
        path.join(folder, "key.pem"),
        (await getSealKey("CERTIFICATE", t.db)).privateKeyPem,
      );
      await expect(getSealProvider(t.db)).rejects.toThrow("do not match");
    } finally {
      vi.unstubAllEnvs();
      resetEnv();
      await rm(folder, { recursive: true });
    }
  });

  it("are not asked about without end", async () => {
    const ask = () => verifyDocument({ sha256: "0".repeat(64) }, null, "203.0.113.11", t.db);
    for (let at = 0; at < 60; at += 1) await ask();
    await refused(ask(), "too_many_requests");
  });
});
