import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { declineSigning } from "~/domain/contracts/decline-signing.server";
import { listDueSignatures } from "~/domain/contracts/due-signature-queries.server";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { requestSignCode } from "~/domain/contracts/request-sign-code.server";
import { sealContract } from "~/domain/contracts/seal-contract.server";
import { signContract } from "~/domain/contracts/sign-contract.server";
import { getContractDocument } from "~/domain/contracts/sign-document-queries.server";
import { getSignPage } from "~/domain/contracts/sign-page-queries.server";
import { startSigning } from "~/domain/contracts/start-signing.server";
import { verifyDocument } from "~/domain/contracts/verify-document.server";
import type { UserActor } from "~/domain/identity/actor";
import { checkPdfSignatures } from "~/platform/seal-check.server";
import { getStorage } from "~/platform/storage.server";
import { makeMember, makeStranger } from "../../factories/people";
import {
  lastSignCode,
  makeFinalContract,
  makeTestSealKey,
  putDealInto,
  signInput,
  type TestContract,
} from "../../factories/signing";
import { useTestDb } from "../../setup/database";
import { refused, settle } from "../identity/support";

const t = useTestDb("file");
const IP = "203.0.113.9";

async function name(contract: TestContract, actor: UserActor, userId = actor.userId) {
  await nameSigner({ contractId: contract.id, userId, capacity: "AGENT" }, actor, t.db);
}

/** A contract whose signing has begun, the seller first. */
async function makeSigning(): Promise<TestContract> {
  const contract = await makeFinalContract(t.db);
  const { seller, buyer } = contract.deal;
  await name(contract, seller);
  await name(contract, buyer);
  await startSigning({ contractId: contract.id, first: "SUPPLY" }, seller, t.db);
  return contract;
}

async function codeFor(contract: TestContract, actor: UserActor): Promise<string> {
  await requestSignCode({ contractId: contract.id, by: "MAIL_CODE" }, actor, t.db);
  return lastSignCode(t.db, actor);
}

async function sign(contract: TestContract, actor: UserActor): Promise<void> {
  await signContract(signInput(contract, await codeFor(contract, actor)), actor, t.db);
}

const stateOf = async (id: string) =>
  (await t.db.contract.findUniqueOrThrow({ where: { id } })).state;

async function readDocument(contractId: string, which: "final" | "sealed", actor: UserActor) {
  const file = await getContractDocument(t.db, contractId, which, actor);
  const content = await getStorage().readFile(file.storageKey);
  return Buffer.from(await new Response(content?.stream).arrayBuffer());
}

describe("signing by agreement", () => {
  it("goes in order, binds one hash, is sealed once, and can be verified", async () => {
    const contract = await makeSigning();
    const { seller, buyer } = contract.deal;
    await refused(
      requestSignCode({ contractId: contract.id, by: "MAIL_CODE" }, buyer, t.db),
      "sign_not_your_turn",
    );
    expect(await listDueSignatures(t.db, seller.userId)).toHaveLength(1);
    expect(await listDueSignatures(t.db, buyer.userId)).toHaveLength(0);
    const code = await codeFor(contract, seller);
    const good = signInput(contract, code);
    await refused(signContract(good, buyer, t.db), "sign_not_your_turn");
    const other = createHash("sha256").update("another").digest("hex");
    await refused(
      signContract({ ...good, documentSha256: other }, seller, t.db),
      "sign_other_document",
    );
    await refused(
      signContract({ ...good, agreementHash: other }, seller, t.db),
      "sign_other_agreement",
    );
    await refused(signContract({ ...good, code: "000000" }, seller, t.db), "code_wrong", "code");
    await refused(signContract(good, await makeStranger(t.db), t.db), "not_found");

    // A double click with one code: one signature, no error for either.
    const clicks = await settle([
      signContract(good, seller, t.db),
      signContract(good, seller, t.db),
    ]);
    expect(clicks).toEqual({ done: 2, codes: [] });
    expect(await sealContract(contract.id, t.db)).toBe("nothing to do");
    await sign(contract, buyer);
    const signed = await t.db.auditEvent.count({
      where: { action: "contract.signed", subjectId: contract.id },
    });
    expect(signed).toBe(2);
    await expect(
      t.db.contractSigner.updateMany({
        where: { contractId: contract.id },
        data: { documentSha256: other },
      }),
    ).rejects.toThrow("given signature");

    const fingerprint = await makeTestSealKey(t.db);
    const runs = await Promise.all([
      sealContract(contract.id, t.db),
      sealContract(contract.id, t.db),
    ]);
    expect(runs.filter((run) => run === "sealed")).toHaveLength(1);
    expect(await sealContract(contract.id, t.db)).toBe("nothing to do");
    expect(await stateOf(contract.id)).toBe("SIGNED");
    expect(await t.db.documentSeal.count({ where: { subjectId: contract.id } })).toBe(1);
    expect(await t.db.storedFile.count({ where: { purpose: "SEALED" } })).toBe(1);

    const bytes = await readDocument(contract.id, "sealed", buyer);
    expect(bytes.subarray(0, contract.bytes.length).equals(contract.bytes)).toBe(true);
    expect(await checkPdfSignatures(bytes)).toMatchObject([
      { isValid: true, coversWholeFile: true, fingerprint },
    ]);
    await refused(
      getContractDocument(t.db, contract.id, "sealed", await makeStranger(t.db)),
      "not_found",
    );
    await expectVerified(contract, bytes, buyer);
    expect((await verifyChain(t.db)).fault).toBeNull();
  });

  it("ends with a refusal; the next round begins anew", async () => {
    const contract = await makeSigning();
    const { seller, buyer } = contract.deal;
    await sign(contract, seller);
    await refused(
      declineSigning({ contractId: contract.id, note: "x" }, seller, t.db),
      "signature_given",
    );
    await declineSigning({ contractId: contract.id, note: "违约金条款不能接受" }, buyer, t.db);
    expect(await stateOf(contract.id)).toBe("DRAFT");
    const page = await getSignPage(t.db, contract.id, seller);
    expect(page.document).toBeNull();
    expect(page.signers.map((one) => one.signedAt)).toEqual([null, null]);
    expect(page.signers[1]?.declineNote).toBe("违约金条款不能接受");
    await refused(signContract(signInput(contract, "123456"), buyer, t.db), "wrong_state");
  });

  it("takes as signers only people with authority, a checked name and a verified house", async () => {
    const contract = await makeFinalContract(t.db);
    const { seller, buyer, supply } = contract.deal;
    const clerk = await makeMember(t.db, supply.id, "MEMBER", ["PUBLISH"]);
    const unchecked = await makeMember(t.db, supply.id, "MEMBER", ["SIGN"]);
    await refused(name(contract, seller, clerk.userId), "signer_no_scope", "userId");
    await refused(name(contract, seller, unchecked.userId), "signer_level", "userId");
    await refused(name(contract, seller, buyer.userId), "signer_no_scope", "userId");
    const asRepresentative = {
      contractId: contract.id,
      userId: seller.userId,
      capacity: "LEGAL_REPRESENTATIVE",
    } as const;
    await refused(
      nameSigner(asRepresentative, seller, t.db),
      "signer_not_representative",
      "userId",
    );
    await refused(name(contract, await makeStranger(t.db)), "not_found");
    await name(contract, seller);
    const start = { contractId: contract.id, first: "DEMAND" } as const;
    await refused(startSigning(start, seller, t.db), "contract_signers_missing");
    await name(contract, buyer);
    const both = await settle([
      startSigning(start, seller, t.db),
      startSigning(start, buyer, t.db),
    ]);
    expect(both).toEqual({ done: 1, codes: ["wrong_state"] });
    // The right to sign was taken away after the naming: it is asked again at the signature.
    const code = await codeFor(contract, buyer);
    const where = { organisationId: contract.deal.demand.id, userId: buyer.userId };
    await t.db.membership.updateMany({ where, data: { scopes: ["PUBLISH"] } });
    const lessened = {
      ...buyer,
      memberships: buyer.memberships.map((one) => ({ ...one, scopes: [] })),
    };
    await refused(signContract(signInput(contract, code), lessened, t.db), "signer_no_scope");
    await putDealInto(t.db, contract.deal.id, "PAUSED");
    await refused(signContract(signInput(contract, code), buyer, t.db), "contract_room_not_open");
  });
});

async function expectVerified(contract: TestContract, bytes: Buffer, party: UserActor) {
  const verify = (content: Uint8Array, actor: UserActor | null = null) =>
    verifyDocument({ content }, actor, IP, t.db);
  const stranger = await verify(bytes);
  expect(stranger).toMatchObject({
    outcome: "ISSUED",
    document: {
      kind: "CONTRACT",
      label: expect.stringMatching(/^HT\d{4}-\d{6}$/),
      contractState: "SIGNED",
    },
    seals: [{ isOurs: true, isValid: true }],
  });
  expect(JSON.stringify(stranger)).not.toContain(contract.deal.supply.legalName);
  const own = await verify(bytes, party);
  expect(own.document?.parties).toContain(contract.deal.supply.legalName);
  expect((await verify(contract.bytes)).outcome).toBe("UNSEALED");
  const longer = await verify(Buffer.concat([bytes, Buffer.from("\n% more\n%%EOF\n")]));
  expect(longer).toMatchObject({ outcome: "EXTENDED", document: { kind: "CONTRACT" } });
  const changed = Buffer.from(bytes);
  changed[contract.bytes.length - 900] = (changed[contract.bytes.length - 900] ?? 0) ^ 1;
  expect((await verify(changed)).outcome).toBe("CHANGED");
  expect((await verify(Buffer.from("%PDF-1.7 nothing of ours"))).outcome).toBe("UNKNOWN");
  const asked = await verifyDocument({ sha256: contract.sha256 }, null, IP, t.db);
  expect(asked).toMatchObject({ outcome: "UNSEALED", file: null });
}
