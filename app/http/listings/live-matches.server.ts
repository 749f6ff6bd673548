import type { ActionFunctionArgs } from "@remix-run/node";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { takePreview } from "~/domain/matching/preview-allowance.server";
import { previewMatches } from "~/domain/matching/preview-matches.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";
import { parseField } from "./save-step.server";
import { fieldsOfStep } from "./wizard-view.server";

/**
 * Likely counterparts of what a form holds, while it is being filled in; JSON, because the page reads
 * it itself. Fields that break a limit count as they were saved.
 */
export async function liveMatches(kind: ListingKind, { request, params }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  try {
    takePreview(actor.userId);
    const fields = await readForm(request);
    const step = String(fields.get("step") ?? "");
    let content: Record<string, unknown> = {};
    for (const field of fieldsOfStep(kind, step)) {
      const parsed = parseField(kind, field, fields);
      if (parsed.status === "success") content = { ...content, ...parsed.value };
    }
    const view = await previewMatches({ kind, id: params.id ?? "", content }, actor, getDb());
    return Response.json(view, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ code: error.code }, { status: error.status });
  }
}
