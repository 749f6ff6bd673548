import { createHash } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { lockDeal } from "~/domain/deals/deal-access.server";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { isRoomOpenFor } from "./contract-room-rules";
import { agreementHashOf } from "./sign-agreement.server";
import { assertFactorTaken, checkSignFactor, takeSignFactor } from "./sign-factor.server";
import { nextSignerOf, SIGNER_LEVEL } from "./signer-rules";
import { tellNextSigner } from "./tell-next-signer.server";

export type SignInput = {
  contractId: string;
  /** Hash of the document that the page showed. */
  documentSha256: string;
  /** Hash of the agreement that the page showed. */
  agreementHash: string;
  code: string;
  headers: Headers;
  ipAddress: string;
  userAgent: string;
};

const USER_AGENT_MAX = 300;

/** Everything that must hold before and while the signature is written. */
async function findTurn(db: DbOrTx, input: SignInput, actor: UserActor) {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(input.contractId)) throw notFound();
  const contract = await db.contract.findUnique({
    where: { id: input.contractId },
    select: {
      dealId: true,
      state: true,
      kind: true,
      title: true,
      finalSha256: true,
      deal: { select: { state: true } },
      signers: { orderBy: { sort: "asc" } },
    },
  });
  const own = contract?.signers.find((one) => one.userId === actor.userId);
  if (!contract || !own) throw notFound();
  const { dealId, finalSha256: sha256 } = contract;
  if (own.signedAt && own.documentSha256 === input.documentSha256) {
    return { isDone: true as const, dealId };
  }
  if (contract.state !== "SIGNING" || !sha256)
    throw new DomainError("wrong_state", { status: 409 });
  if (!isRoomOpenFor(contract.kind, contract.deal.state)) {
    throw new DomainError("contract_room_not_open", { status: 409 });
  }
  if (sha256 !== input.documentSha256)
    throw new DomainError("sign_other_document", { status: 409 });
  if (agreementHashOf(sha256) !== input.agreementHash) {
    throw new DomainError("sign_other_agreement", { status: 409 });
  }
  if (nextSignerOf(contract.signers)?.id !== own.id) {
    throw new DomainError("sign_not_your_turn", { status: 409 });
  }
  if (!can(actor, "contract.sign", { organisationId: own.organisationId })) {
    throw new DomainError("signer_no_scope", { status: 403 });
  }
  if (actor.realNameLevel < SIGNER_LEVEL) throw new DomainError("signer_level", { status: 403 });
  return { isDone: false as const, dealId, sha256, own, title: contract.title };
}

/**
 * Gives a signature: the agreement accepted, the second factor passed, the hash compared, the turn
 * and the authority checked, then again under the room's lock. A second click finds the signature
 * given and changes nothing. When it is the last one a job seals the document.
 * @throws DomainError "not_found" (404), "wrong_state", "sign_other_document", "sign_other_agreement",
 * "sign_not_your_turn" (409), "signer_no_scope", "signer_level" (403), those of
 * `checkSignFactor` and `assertFactorTaken`
 */
export async function signContract(input: SignInput, actor: UserActor, db: Db): Promise<void> {
  const before = await findTurn(db, input, actor);
  if (before.isDone) return;
  const { contractId } = input;
  const { sha256 } = before;
  await checkSignFactor({ ...input, sha256 }, actor, db);
  const answer = await inTransaction(db, async (tx) => {
    await lockDeal(tx, before.dealId);
    const turn = await findTurn(tx, input, actor);
    if (turn.isDone) return "OK";
    const { own } = turn;
    const { factor, answer } = await takeSignFactor({ ...input, sha256 }, actor, tx);
    if (answer !== "OK") return answer;
    const now = clock.now();
    const userAgent = input.userAgent.slice(0, USER_AGENT_MAX);
    const circumstances = { ipAddress: input.ipAddress, userAgent, at: now.toISOString() };
    await tx.contractSigner.update({
      where: { id: own.id, signedAt: null },
      data: {
        agreementHash: input.agreementHash,
        agreedAt: now,
        factor,
        documentSha256: sha256,
        signedAt: now,
        ipAddress: input.ipAddress,
        userAgent,
        realNameLevel: actor.realNameLevel,
      },
    });
    const { organisationId } = own;
    const author = { userId: actor.userId, organisationId };
    const href = `/desk/contracts/${contractId}/sign`;
    const params = { title: turn.title };
    await recordDealEvent(tx, turn.dealId, { code: "contractSignature", params, href }, author);
    await tellNextSigner(contractId, tx);
    const open = await tx.contractSigner.count({ where: { contractId, signedAt: null } });
    if (open === 0) {
      await enqueueJob(
        tx,
        "contracts.seal",
        { contractId },
        { key: `contracts.seal:${contractId}` },
      );
    }
    const sequence = await appendAudit(tx, actor, {
      action: "contract.signed",
      subjectType: "Contract",
      subjectId: contractId,
      detail: {
        signerId: own.id,
        organisationId,
        capacity: own.capacity,
        documentSha256: sha256,
        agreementHash: input.agreementHash,
        factor,
        realNameLevel: actor.realNameLevel,
        // Address and browser stay in the row; the chain proves that they are those of the moment.
        circumstancesSha256: createHash("sha256")
          .update(canonicalJson(circumstances))
          .digest("hex"),
      },
    });
    await tx.contractSigner.update({ where: { id: own.id }, data: { auditSequence: sequence } });
    return answer;
  });
  assertFactorTaken(answer);
}
