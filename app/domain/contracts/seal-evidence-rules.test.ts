import { describe, expect, it } from "vitest";
import { renderPdf } from "~/platform/pdf-document.server";
import { type EvidenceFacts, evidenceDocument, evidenceTime } from "./seal-evidence-rules";

const sha256 = "0123456789abcdef".repeat(4);
const at = new Date("2026-11-22T16:05:09Z");
const facts: EvidenceFacts = {
  title: "隔膜涂覆工艺委托开发",
  number: "HT2026-000012",
  documentSha256: sha256,
  documentBytes: 15174,
  documentPages: 2,
  finalAt: at,
  signers: [
    {
      sort: 1,
      side: "SUPPLY",
      organisation: "山东某某大学",
      uscc: null,
      name: "张𠮷",
      capacity: "AGENT",
      realNameLevel: 2,
      factor: "TOTP",
      signedAt: at,
      ipAddress: "203.0.113.7",
      userAgent: "browser",
      documentSha256: sha256,
      agreementHash: sha256,
      auditSequence: "42",
      auditHash: sha256,
    },
  ],
  sealName: "科技大市场文件签章",
  sealFingerprint: sha256,
  verifyUrl: `https://market.example/verify?sha256=${sha256}`,
  madeAt: at,
};

describe("evidence pages", () => {
  it("name the moment in the parties' clock with its distance from UTC", () => {
    expect(evidenceTime(at)).toBe("2026-11-23 00:05:09 (UTC+8)");
  });

  it("say who signed what, how, and what the signature is not", async () => {
    const text = JSON.stringify(evidenceDocument(facts).blocks);
    for (const part of [
      "张𠮷",
      "动态口令",
      "203.0.113.7",
      '"42"',
      "第十三条第二款",
      "不代替任何一方",
    ]) {
      expect(text).toContain(part);
    }
    expect((await renderPdf(evidenceDocument(facts))).length).toBeGreaterThan(5000);
  });
});
