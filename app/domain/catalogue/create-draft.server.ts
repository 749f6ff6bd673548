import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { KIND, type ListingKind } from "./listing-kind-rules";

/** Drafts that one organisation may keep of a kind; a stuck client must not fill the table. */
const MAX_DRAFTS = 2000;

/**
 * Opens an empty draft in an organisation's name.
 * @throws DomainError "forbidden" (403), "too_many_drafts" (429)
 */
export async function createDraft(
  input: { kind: ListingKind; organisationId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string; revision: number }> {
  if (!isId(input.organisationId)) throw new DomainError("not_found", { status: 404 });
  assertCan(actor, "listing.create", { organisationId: input.organisationId });
  return inTransaction(db, async (tx) => {
    const organisation = assertFound(
      await tx.organisation.findUnique({
        where: { id: input.organisationId },
        select: { id: true, regionCode: true, state: true },
      }),
    );
    if (organisation.state === "SUSPENDED") throw new DomainError("organisation_suspended");
    if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
    const where = { organisationId: organisation.id, state: "DRAFT" };
    const data = {
      id: newId(),
      organisationId: organisation.id,
      createdById: actor.userId,
      regionCode: organisation.regionCode,
    };
    const drafts =
      input.kind === "achievement"
        ? await tx.achievement.count({ where })
        : await tx.need.count({ where });
    if (drafts >= MAX_DRAFTS) throw new DomainError("too_many_drafts", { status: 429 });
    if (input.kind === "achievement") await tx.achievement.create({ data });
    else await tx.need.create({ data });
    await appendAudit(tx, actor, {
      action: "listing.created",
      subjectType: KIND[input.kind].table,
      subjectId: data.id,
    });
    return { id: data.id, revision: 1 };
  });
}
