import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { createDraft } from "~/domain/catalogue/create-draft.server";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { achievementDraftSchema, type draftSchema, needDraftSchema } from "./resource-schema";

const KEY = /^[\x21-\x7e]{8,128}$/;

type Draft = z.output<typeof draftSchema>;
type Stored = { bodyHash: string; draft: Draft };

/**
 * Creates a draft with the content of the body, once for each key of the person: a repeated request
 * waits for the first and gets its answer.
 * @throws DomainError "idempotency_key_required" (400), "idempotency_key_reused" (409) when the same
 * key comes with another body, "no_organisation", or what the use cases refuse
 */
export async function createDraftOnce(
  kind: ListingKind,
  body: unknown,
  key: string | null,
  actor: UserActor,
  db: Db,
): Promise<Draft> {
  if (!key || !KEY.test(key)) throw new DomainError("idempotency_key_required", { status: 400 });
  const { organisationId: named, ...content } = parseDraft(kind, body);
  const organisationId = named ?? actor.organisationId;
  if (!organisationId) throw new DomainError("no_organisation", { field: "organisationId" });
  const bodyHash = createHash("sha256").update(canonicalJson(body)).digest("hex");
  const route = `POST /api/v1/${KIND[kind].segment}`;
  return inTransaction(db, async (tx) => {
    // Two at once: the second insert waits for the first transaction and then inserts nothing.
    const isFirst = await tx.$executeRaw`
      INSERT INTO "IdempotencyKey" (key, "userId", route, response, "createdAt")
      VALUES (${key}, ${actor.userId}::uuid, ${route}, '{}'::jsonb, ${clock.now()})
      ON CONFLICT DO NOTHING`;
    const where = { userId_route_key: { userId: actor.userId, route, key } };
    if (isFirst === 0) {
      const row = await tx.idempotencyKey.findUniqueOrThrow({ where });
      const stored = row.response as Stored;
      if (stored.bodyHash !== bodyHash) {
        throw new DomainError("idempotency_key_reused", { status: 409 });
      }
      return stored.draft;
    }
    const created = await createDraft({ kind, organisationId }, actor, tx);
    const input = { kind, id: created.id, revision: created.revision, content };
    // Content and kind come from the same schema.
    const saved = await saveDraft(input as Parameters<typeof saveDraft>[0], actor, tx);
    const draft: Draft = {
      id: created.id,
      revision: saved.revision,
      url: `${appUrl()}/desk/${KIND[kind].segment}/${created.id}`,
    };
    const response: Stored = { bodyHash, draft };
    await tx.idempotencyKey.update({ where, data: { response } });
    return draft;
  });
}

function parseDraft(kind: ListingKind, body: unknown) {
  const schema = kind === "achievement" ? achievementDraftSchema : needDraftSchema;
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    // Only what was sent: a missing part must not become its default.
    const sent = new Set(Object.keys(body as object));
    return Object.fromEntries(
      Object.entries(parsed.data).filter(([name]) => sent.has(name)),
    ) as typeof parsed.data;
  }
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".");
  throw new DomainError(issue?.message ?? "bad_json", field ? { field } : {});
}
