import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { achievementContentSchema } from "./achievement-schema";
import { assertKnownCodes } from "./code-queries.server";
import { type Listing, workingContent } from "./listing";
import type { ContentByKind, KindAndContent } from "./listing-content";
import { KIND, type ListingKind } from "./listing-kind-rules";
import { bumpRevision, lockListing, writeContent, writePending } from "./listing-store.server";
import { needContentSchema } from "./need-schema";

export type SaveDraftInput<K extends ListingKind = ListingKind> = {
  [T in K]: {
    kind: T;
    id: string;
    /** Revision on which the form was opened. */
    revision: number;
    /** What the form holds; parts that are missing stay as they are. */
    content: Partial<ContentByKind[T]>;
    /** Saved by the page itself while the person types: not worth an audit event. */
    isAutosave?: boolean;
  };
}[K];

/** Whether the owner may write to the content in this state. */
export function isEditable(state: Listing["state"]): boolean {
  return state === "DRAFT" || state === "CORRECTION" || state === "PUBLISHED";
}

function merge(listing: Listing, input: SaveDraftInput): KindAndContent {
  const json = { ...workingContent(listing), ...input.content };
  const parsed =
    listing.kind === "achievement"
      ? achievementContentSchema.safeParse(json)
      : needContentSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join(".");
    throw new DomainError(issue?.message ?? "bad_form", field ? { field } : {});
  }
  return { kind: listing.kind, content: parsed.data } as KindAndContent;
}

/**
 * Saves what has been written so far: limits are checked, completeness is not. A listing that is
 * public keeps its public content; the change waits as pending until it is published.
 * @throws DomainError "forbidden", "wrong_state" (409), "stale_revision" (409), or the code of the
 * first broken limit with its field
 */
export async function saveDraft(
  input: SaveDraftInput,
  actor: Actor,
  db: DbOrTx,
): Promise<{ revision: number; savedAt: Date }> {
  return inTransaction(db, async (tx) => {
    const listing = await lockListing(tx, input);
    assertCan(actor, "listing.edit", { organisationId: listing.organisationId });
    if (!isEditable(listing.state)) throw new DomainError("wrong_state", { status: 409 });
    if (input.revision !== listing.revision) {
      throw new DomainError("stale_revision", { status: 409 });
    }
    const next = merge(listing, input);
    await assertKnownCodes(tx, next.content);
    if (listing.state === "PUBLISHED") await writePending(tx, listing.id, next);
    else await writeContent(tx, listing.id, next);
    const revision = await bumpRevision(tx, input);
    if (!input.isAutosave) {
      await appendAudit(tx, actor, {
        action: "listing.saved",
        subjectType: KIND[input.kind].table,
        subjectId: listing.id,
        detail: { revision },
      });
    }
    return { revision, savedAt: clock.now() };
  });
}
