import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { renderPdf } from "./pdf-document.server";
import { makeSealKey, type SealAlgorithm } from "./seal-certificate.server";
import { checkPdfSignatures, hashPdfVersions } from "./seal-check.server";
import { openSealProvider } from "./seal-cms.server";
import { type SealedPdf, sealPdf } from "./seal-pdf.server";
import type { SealProvider } from "./seal-provider";

const AT = new Date("2026-11-22T08:00:00Z");
const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function provider(algorithm: SealAlgorithm): Promise<SealProvider> {
  const key = await makeSealKey({
    algorithm,
    subject: { organisation: "科技大市场", commonName: "科技大市场文件签章" },
    from: AT,
    years: 10,
    serial: new Uint8Array(16).fill(7),
  });
  const material = { privateKeyPem: key.privateKeyPem, certificatesPem: key.certificatePem };
  return openSealProvider(material, "科技大市场文件签章");
}

const pageOf = (text: string) =>
  renderPdf({
    title: text,
    author: "科技大市场",
    language: "zh-CN",
    createdAt: AT,
    blocks: [{ kind: "paragraph", text }],
  });

let rsa: SealProvider;
let original: Buffer;
let once: SealedPdf;
let twice: SealedPdf;

beforeAll(async () => {
  rsa = await provider("RSA-3072");
  original = await pageOf("技术合同 𠮷");
  const appendix = await pageOf("签署证据");
  const common = { signedAt: AT, reason: "各方签署完成" };
  once = await sealPdf({ ...common, original, appendix, fieldName: "seal-1" }, rsa);
  twice = await sealPdf({ ...common, original: once.bytes, fieldName: "seal-2" }, rsa);
});

describe("a sealed PDF", () => {
  it("begins with the very bytes that people signed", () => {
    expect(once.originalBytes).toBe(original.length);
    expect(once.originalSha256).toBe(sha256(original));
    expect(sha256(once.bytes.subarray(0, once.originalBytes))).toBe(sha256(original));
    const known = hashPdfVersions(twice.bytes).map((version) => version.sha256);
    for (const one of [twice.sha256, once.sha256, once.originalSha256]) {
      expect(known).toContain(one);
    }
  });

  it("is valid over the whole file, and stays valid under a later seal", async () => {
    expect(await checkPdfSignatures(once.bytes)).toEqual([
      {
        isValid: true,
        fingerprint: rsa.fingerprint,
        signerName: "科技大市场文件签章",
        coveredBytes: once.bytes.length,
        coversWholeFile: true,
      },
    ]);
    const both = await checkPdfSignatures(twice.bytes);
    expect(both.map((one) => [one.isValid, one.coversWholeFile])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it("shows a changed byte wherever it is, and bytes that were added", async () => {
    for (const at of [9, 700, original.length + 40, once.bytes.length - 20]) {
      const changed = Buffer.from(once.bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const [finding] = await checkPdfSignatures(changed);
      expect(finding?.isValid, `byte ${at}`).toBe(false);
    }
    const longer = Buffer.concat([once.bytes, Buffer.from("\n% more\n")]);
    expect((await checkPdfSignatures(longer))[0]).toMatchObject({ coversWholeFile: false });
  });

  it("works with a P-256 key as well", async () => {
    const ec = await provider("EC-P256");
    const input = { original, signedAt: AT, reason: "登记", fieldName: "seal-1" };
    const sealed = await sealPdf(input, ec);
    expect(await checkPdfSignatures(sealed.bytes)).toMatchObject([
      { isValid: true, fingerprint: ec.fingerprint, coversWholeFile: true },
    ]);
  });

  it("refuses what it cannot extend, and reads hostile bytes without harm", async () => {
    const bad = {
      original: Buffer.from("%PDF-1.7\n%%EOF"),
      signedAt: AT,
      reason: "",
      fieldName: "s",
    };
    await expect(sealPdf(bad, rsa)).rejects.toThrow("cross-reference");
    const claims = "/ByteRange [0 5 9 9999999999] /ByteRange [0 1 2 3] /ByteRange [0 9 2 1]";
    const findings = await checkPdfSignatures(Buffer.from(claims));
    expect(findings.every((one) => !one.isValid)).toBe(true);
  });

  it.skipIf(!hasPdfsig)("is accepted by pdfsig, both seals", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "seal-"));
    try {
      const file = path.join(folder, "twice.pdf");
      await writeFile(file, twice.bytes);
      const { stdout } = await promisify(execFile)("pdfsig", ["-nocert", file]);
      expect(stdout.match(/Signature is Valid/g)).toHaveLength(2);
      expect(stdout.match(/ {2}- Total document signed/g)).toHaveLength(1);
      expect(stdout).toContain("ETSI.CAdES.detached");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
