import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { askIdentityAuthority } from "~/platform/identity-check.server";
import type { UserActor } from "./actor";
import { organisationConduct } from "./organisation-conduct.server";
import { assertCan } from "./permission-rules";

export const OFFICE_MOVES = [
  "verify",
  "returnForCorrection",
  "confirmRecheck",
  "suspend",
  "restore",
] as const;
export type OfficeMove = (typeof OFFICE_MOVES)[number];

const ASKS_AUTHORITY: readonly OfficeMove[] = ["verify", "confirmRecheck"];

/**
 * A reviewer's or operator's decision about an organisation. The authority's register, where one is
 * connected, is asked before the transaction; what it said stands in the evidence.
 * @throws DomainError "forbidden", "wrong_actor", "wrong_state", "note_required", "own_application",
 * "authority_mismatch", or what another condition says
 */
export async function decideOrganisation(
  input: { organisationId: string; move: OfficeMove; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, move, note } = input;
  const organisation = assertFound(
    await db.organisation.findUnique({
      where: { id: organisationId },
      select: { regionCode: true, legalName: true, uscc: true, legalRepresentative: true },
    }),
  );
  assertCan(actor, "organisation.verify", { regionCode: organisation.regionCode });
  const authority = ASKS_AUTHORITY.includes(move)
    ? await askIdentityAuthority({
        kind: "ORGANISATION",
        legalName: organisation.legalName,
        uscc: organisation.uscc ?? "",
        legalRepresentative: organisation.legalRepresentative ?? "",
      })
    : "NOT_ASKED";
  await advance(db, organisationConduct, organisationId, move, actor, { note, authority });
}
