import type { LoaderFunctionArgs } from "@remix-run/node";
import { getReadableFile } from "~/domain/catalogue/file-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";

/** RFC 6266 with RFC 8187: an ASCII name for old clients, the real one for the others. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => {
    return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** A file by id for those who may read it. Nothing but pictures is ever shown inside the site. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const file = await getReadableFile(getDb(), params.id ?? "", actor);
    const content = await getStorage().readFile(file.storageKey);
    if (!content) throw new DomainError("not_found", { status: 404 });
    return new Response(content.stream, {
      headers: {
        "content-type": file.contentType,
        "content-length": String(content.sizeBytes),
        "content-disposition": disposition(file.isPicture ? "inline" : "attachment", file.name),
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": file.isPublic ? "public, max-age=3600" : "private, no-store",
        ...(file.isPublic ? { vary: "cookie" } : {}),
      },
    });
  });
}
