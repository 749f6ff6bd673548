import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { askIdentityAuthority } from "~/platform/identity-check.server";
import type { UserActor } from "./actor";
import { openDocumentNumber } from "./document-cipher.server";
import { assertCan } from "./permission-rules";
import { realNameConduct } from "./real-name-conduct.server";

/**
 * An operator's decision about a real-name application. With a connected register that agrees the
 * person reaches L3, otherwise L2.
 * @throws DomainError "forbidden", "wrong_state", "note_required", "own_application",
 * "authority_mismatch"
 */
export async function decideRealName(
  input: { applicationId: string; move: "approve" | "returnForCorrection"; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { applicationId, move, note } = input;
  assertCan(actor, "real-name.decide");
  const application = assertFound(
    await db.realNameApplication.findUnique({
      where: { id: applicationId },
      select: { userId: true, legalName: true, documentKind: true, documentNumberEncrypted: true },
    }),
  );
  const authority =
    move === "approve"
      ? await askIdentityAuthority({
          kind: "PERSON",
          legalName: application.legalName,
          documentKind: application.documentKind,
          documentNumber: openDocumentNumber(
            application.documentNumberEncrypted,
            application.userId,
          ),
        })
      : "NOT_ASKED";
  await advance(db, realNameConduct, applicationId, move, actor, { note, authority });
}
