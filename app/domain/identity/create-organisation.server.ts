import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { markOrganisation } from "./mark-organisation.server";
import { assertOrganisationFacts, asUsccTaken } from "./organisation-facts.server";
import { type OrganisationInput, SCOPES } from "./organisation-schema";
import { assertCan } from "./permission-rules";

/** Organisations of one person that nobody has verified yet. */
const MAX_UNVERIFIED = 5;

/**
 * Founds an organisation in the market; the person becomes its owner with every scope and acts for
 * it from now on.
 * @returns its id
 * @throws DomainError "forbidden", "too_many", "region_unknown", "uscc_check_digit", "uscc_taken"
 */
export async function createOrganisation(
  input: OrganisationInput,
  actor: UserActor,
  db: Db,
): Promise<string> {
  assertCan(actor, "organisation.create");
  try {
    return await inTransaction(db, async (tx) => {
      // Two at once from one person: the second waits here and counts the first.
      await tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
      const open = await tx.membership.count({
        where: {
          userId: actor.userId,
          endedAt: null,
          role: "OWNER",
          organisation: { verifiedAt: null },
        },
      });
      if (open >= MAX_UNVERIFIED) {
        throw new DomainError("too_many", { params: { max: MAX_UNVERIFIED } });
      }
      await assertOrganisationFacts(tx, input, null);
      const now = clock.now();
      const id = newId();
      await tx.organisation.create({ data: { id, ...input, createdAt: now } });
      await tx.membership.create({
        data: {
          id: newId(),
          organisationId: id,
          userId: actor.userId,
          role: "OWNER",
          scopes: [...SCOPES],
          createdAt: now,
        },
      });
      await tx.session.updateMany({
        where: { id: actor.sessionId, userId: actor.userId },
        data: { actingOrganisationId: id },
      });
      await markOrganisation(tx, id);
      await appendAudit(tx, actor, {
        action: "identity.organisation.created",
        subjectType: "Organisation",
        subjectId: id,
        detail: { kind: input.kind, regionCode: input.regionCode },
      });
      return id;
    });
  } catch (error) {
    throw asUsccTaken(error);
  }
}
