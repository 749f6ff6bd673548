import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { issuePaper } from "~/domain/registration/issue-paper.server";
import { listTrustedKeys } from "~/domain/registration/offline-keys-queries.server";
import { checkPdf, checkToken } from "~/domain/registration/offline-verify-rules.js";
import type { PaperKind } from "~/domain/registration/paper-kind-rules";
import { readPaperFile } from "~/domain/registration/paper-queries.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { issueRegistrationPaper } from "~/jobs/registration/issue.server";
import { logger } from "~/platform/logger.server";
import { getStorage } from "~/platform/storage.server";
import { makeStranger } from "../../factories/people";
import {
  addVersion,
  fullForm,
  makeCase,
  makeRegistrationOffice,
  type TestCase,
} from "../../factories/registered-cases";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let office: { id: string; code: string; issuingAuthority: string };
let point: { id: string };

beforeAll(async () => {
  office = await makeRegistrationOffice(t.db, { code: "370100-01" });
  point = await makeRegistrationOffice(t.db, { code: "370102-S1", forwardsToId: office.id });
});

async function issue(registrationId: string, kind: PaperKind, version = 1) {
  const { paperId } = await inTransaction(t.db, (tx) =>
    issuePaper(tx, { registrationId, kind, version }),
  );
  await issueRegistrationPaper({ paperId }, { db: t.db, logger });
  return t.db.registrationPaper.findUniqueOrThrow({
    where: { id: paperId },
    include: { file: true },
  });
}

async function bytesOf(paper: { file: { storageKey: string } | null }) {
  const content = await getStorage().readFile(paper.file?.storageKey ?? "");
  if (!content) throw new Error("the file is not there");
  return new Uint8Array(await new Response(content.stream).arrayBuffer());
}

/** For looking at: PAPERS_DIR keeps what the tests make. */
function keep(name: string, bytes: Uint8Array): string {
  const folder = process.env.PAPERS_DIR ?? mkdtempSync(path.join(tmpdir(), "paper-"));
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}

const hasTool = (name: string) => {
  try {
    execFileSync(name, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe("papers of a registration office", () => {
  it("issues a certificate once, sealed, and verifiable without network to the last byte", async () => {
    const made = await makeCase(t.db, office, { state: "REGISTERED" });
    const paper = await issue(made.id, "CERTIFICATE");
    expect(paper).toMatchObject({ kind: "CERTIFICATE", version: 1, issuer: "济南市科学技术局" });
    const bytes = await bytesOf(paper);
    const file = keep("certificate", bytes);
    const keys = await listTrustedKeys(t.db);
    const { answer, facts, seal } = await checkPdf(bytes, keys);
    expect({ answer, seal }).toEqual({ answer: "VALID", seal: "VALID" });
    expect(facts).toMatchObject({
      number: made.registrationNo,
      status: "REGISTERED",
      technicalFen: 50_000_000,
      seller: made.deal.supply.legalName,
      issuer: "济南市科学技术局",
    });
    expect((await checkToken(paper.token ?? "", keys)).answer).toBe("VALID");
    await expectEveryChangeIsSeen(bytes, keys);
    if (hasTool("pdfsig")) {
      const report = execFileSync("pdfsig", [file], { encoding: "utf8" });
      expect(report).toContain("Signature is Valid");
      expect(report).toContain("Total document signed");
    }
    const noted = await t.db.documentSeal.findFirst({ where: { sha256: paper.sha256 ?? "" } });
    expect(noted).toMatchObject({ kind: "CERTIFICATE", subjectId: made.id, version: 1 });
    expect(noted?.label).not.toContain(made.deal.supply.legalName);

    // The job runs again after a kill, and two runs at once: the paper stays the one that it was.
    const context = { db: t.db, logger };
    await Promise.all([
      issueRegistrationPaper({ paperId: paper.id }, context),
      issueRegistrationPaper({ paperId: paper.id }, context),
    ]);
    const again = await issue(made.id, "CERTIFICATE");
    expect(again).toMatchObject({ id: paper.id, sha256: paper.sha256, token: paper.token });
  });

  it("makes one paper when two runs of its job meet, and none that a rolled-back decision ordered", async () => {
    const made = await makeCase(t.db, office, { state: "REGISTERED" });
    const order = { registrationId: made.id, kind: "CERTIFICATE" as const, version: 1 };
    await expect(
      inTransaction(t.db, async (tx) => {
        await issuePaper(tx, order);
        throw new Error("the decision fails");
      }),
    ).rejects.toThrow("the decision fails");
    expect(await t.db.registrationPaper.count({ where: { registrationId: made.id } })).toBe(0);
    const { paperId } = await inTransaction(t.db, (tx) => issuePaper(tx, order));
    const context = { db: t.db, logger };
    await Promise.all([
      issueRegistrationPaper({ paperId }, context),
      issueRegistrationPaper({ paperId }, context),
    ]);
    const where = { subjectType: "Registration", subjectId: made.id };
    expect(await t.db.documentSeal.count({ where })).toBe(1);
    const events = await t.db.auditEvent.count({
      where: { subjectId: made.id, action: "registration.paper.issued" },
    });
    expect(events).toBe(1);
    const files = await t.db.storedFile.count({
      where: { organisationId: made.deal.supply.id, purpose: "CERTIFICATE" },
    });
    expect(files).toBe(1);
  });

  it("marks the first certificate as superseded when a change makes the second", async () => {
    const made = await makeCase(t.db, office, { state: "REGISTERED" });
    const first = await issue(made.id, "CERTIFICATE");
    const form = fullForm(made.deal, { technical_amount: "40000000", payment_method: "ROYALTY" });
    const of = { id: made.id, form, sha256: "a".repeat(64), by: made.deal.seller.userId };
    await addVersion(t.db, of, 2, 40_000_000n);
    const second = await issue(made.id, "CERTIFICATE", 2);
    const notice = await issue(made.id, "CHANGE_NOTICE", 2);
    keep("certificate-2", await bytesOf(second));
    keep("change-notice", await bytesOf(notice));
    expect(second.supersededAt).toBeNull();
    const where = { id: first.id };
    expect((await t.db.registrationPaper.findUnique({ where }))?.supersededAt).not.toBeNull();
    const ended = await issue(made.id, "CANCELLATION_NOTICE");
    keep("cancellation", await bytesOf(ended));
    const current = await t.db.registrationPaper.count({
      where: { registrationId: made.id, kind: "CERTIFICATE", supersededAt: null },
    });
    expect(current).toBe(0);
    keep("revocation", await bytesOf(await issue(made.id, "REVOCATION_NOTICE")));
  });

  it("gives each refusal a notice of its own, with its grounds in words", async () => {
    const made = await makeCase(t.db, office, {
      state: "REFUSED",
      refusalCodes: ["R2", "R3"],
      decisionNote: "合同标的是成套设备的买卖，没有可以界定的技术内容；价款未区分技术部分。",
    });
    const first = await issue(made.id, "REFUSAL_NOTICE");
    const second = await issue(made.id, "REFUSAL_NOTICE");
    expect([first.version, second.version]).toEqual([1, 2]);
    const bytes = await bytesOf(first);
    const file = keep("refusal", bytes);
    const { answer, facts } = await checkPdf(bytes, await listTrustedKeys(t.db));
    expect(answer).toBe("VALID");
    expect(facts).toMatchObject({ status: "REFUSED", approvedIncomeFen: null });
    if (hasTool("pdftotext")) {
      const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
      expect(text).toContain("未予登记");
      expect(text).toContain("不属于技术合同");
      expect(text).toContain("行政复议");
    }
  });

  it("lets a service point give an opinion that says it is no certificate, and no more", async () => {
    const made = await makeCase(t.db, office, { state: "SUBMITTED", servicePointId: point.id });
    const paper = await issue(made.id, "PRECHECK_OPINION");
    expect(paper.issuer).toBe("历下区技术合同登记服务点");
    const bytes = await bytesOf(paper);
    const file = keep("opinion", bytes);
    const { facts } = await checkPdf(bytes, await listTrustedKeys(t.db));
    expect(facts?.status).toBe("PRECHECKED");
    if (hasTool("pdftotext")) {
      const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }).replace(/\s/g, "");
      expect(text).toContain("预审意见（不是登记证明）");
      expect(text).toContain("该单位不是技术合同登记机构");
    }
    await t.db.registration.update({ where: { id: made.id }, data: { officeId: point.id } });
    await expect(
      inTransaction(t.db, (tx) =>
        issuePaper(tx, { registrationId: made.id, kind: "CERTIFICATE", version: 1 }),
      ),
    ).rejects.toMatchObject({ code: "office_may_not_certify" });
  });

  it("hands a paper to those whom the case concerns only", async () => {
    const made: TestCase = await makeCase(t.db, office, { state: "REGISTERED" });
    const paper = await issue(made.id, "CERTIFICATE");
    const ids = { registrationId: made.id, paperId: paper.id };
    const { seller } = made.deal;
    await expect(readPaperFile(t.db, ids, seller)).resolves.toMatchObject({
      name: paper.file?.name,
    });
    const stranger = await makeStranger(t.db);
    await expect(readPaperFile(t.db, ids, stranger)).rejects.toMatchObject({ status: 404 });
  });
});

/** One byte in each part of the file: text, code, seal, padding, end. */
async function expectEveryChangeIsSeen(
  bytes: Uint8Array<ArrayBuffer>,
  keys: Awaited<ReturnType<typeof listTrustedKeys>>,
): Promise<void> {
  const step = Math.floor(bytes.length / 24);
  for (let at = 3; at < bytes.length; at += step) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await checkPdf(changed, keys)).answer, `byte ${at}`).not.toBe("VALID");
  }
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  expect((await checkPdf(longer, keys)).answer).not.toBe("VALID");
}
