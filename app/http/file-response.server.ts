import { DomainError } from "~/domain/shared/domain-error";
import { getStorage } from "~/platform/storage.server";

/** RFC 6266 with RFC 8187: an ASCII name for old clients, the real one for the others. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => {
    return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const sealedOff = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * A stored file as an answer. Nothing but pictures is ever shown inside the site.
 * @throws DomainError "not_found" (404) when the storage has lost it
 */
export async function fileResponse(file: {
  name: string;
  contentType: string;
  storageKey: string;
  isPublic: boolean;
}): Promise<Response> {
  const content = await getStorage().readFile(file.storageKey);
  if (!content) throw new DomainError("not_found", { status: 404 });
  const isPicture = file.contentType.startsWith("image/");
  return new Response(content.stream, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(content.sizeBytes),
      "content-disposition": disposition(isPicture ? "inline" : "attachment", file.name),
      ...sealedOff,
      "cache-control": file.isPublic ? "public, max-age=3600" : "private, no-store",
      ...(file.isPublic ? { vary: "cookie" } : {}),
    },
  });
}

/** A document made on request, such as a PDF or a table, as a download. */
export function madeFileResponse(name: string, contentType: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": contentType,
      "content-length": String(bytes.length),
      "content-disposition": disposition("attachment", name),
      ...sealedOff,
      "cache-control": "private, no-store",
    },
  });
}
