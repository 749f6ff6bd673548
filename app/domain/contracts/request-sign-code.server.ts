import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { issueSignCode } from "./sign-factor.server";
import { nextSignerOf } from "./signer-rules";

/**
 * Sends the code for a signature to the person whose turn it is.
 * @throws DomainError "not_found" (404), "wrong_state", "sign_not_your_turn" (409), those of
 * `issueSignCode`
 */
export async function requestSignCode(
  input: { contractId: string; by: "MAIL_CODE" | "SMS_CODE" },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, by } = input;
  const contract = isId(contractId)
    ? await db.contract.findUnique({
        where: { id: contractId },
        select: { state: true, title: true, finalSha256: true, signers: true },
      })
    : null;
  const own = contract?.signers.find((one) => one.userId === actor.userId);
  if (!contract || !own) throw new DomainError("not_found", { status: 404 });
  const { state, title, finalSha256: sha256 } = contract;
  if (state !== "SIGNING" || !sha256) throw new DomainError("wrong_state", { status: 409 });
  if (nextSignerOf(contract.signers)?.id !== own.id) {
    throw new DomainError("sign_not_your_turn", { status: 409 });
  }
  await issueSignCode({ contractId, title, sha256, by }, actor, db);
}
