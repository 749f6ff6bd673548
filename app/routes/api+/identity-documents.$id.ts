import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDocument } from "~/domain/identity/document-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";

/** A document of a verification, shown to whoever may see it and kept by no cache. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  return withErrors(async () => {
    const file = await openDocument(params.id ?? "", actor, getDb());
    const content = assertFound(await getStorage().readFile(file.storageKey));
    return new Response(content.stream, {
      headers: {
        "content-type": file.contentType,
        "content-length": String(content.sizeBytes),
        "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "cache-control": "private, no-store",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
