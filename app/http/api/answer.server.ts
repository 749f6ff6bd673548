import { DomainError } from "~/domain/shared/domain-error";
import { problemResponse } from "~/http/error-response.server";

/** Public reads may be kept for a minute and read from pages of other sites (without cookies). */
const PUBLIC_HEADERS = {
  "cache-control": "public, max-age=60",
  "access-control-allow-origin": "*",
};

/** Answers a public read with JSON, and any refusal with a problem document (RFC 9457). */
export async function answerPublicRead(
  requestId: string,
  work: () => Promise<unknown>,
): Promise<Response> {
  try {
    return Response.json(await work(), { headers: PUBLIC_HEADERS });
  } catch (error) {
    if (error instanceof Response) throw error;
    const response = problemResponse(error, requestId);
    response.headers.set("access-control-allow-origin", "*");
    return response;
  }
}

/** Answers a write; what `work` returns carries its own status. Never kept by anybody. */
export async function answerWrite(
  requestId: string,
  work: () => Promise<{ status: number; body: unknown; location?: string }>,
): Promise<Response> {
  try {
    const { status, body, location } = await work();
    return Response.json(body, {
      status,
      headers: { "cache-control": "no-store", ...(location ? { location } : {}) },
    });
  } catch (error) {
    if (error instanceof Response) throw error;
    return problemResponse(error, requestId);
  }
}

/** Largest JSON body, in bytes. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * Reads a JSON body.
 * @throws DomainError "unsupported_media_type" (415), "body_too_large" (413), "bad_json" (400)
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new DomainError("unsupported_media_type", { status: 415 });
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    throw new DomainError("body_too_large", { status: 413 });
  }
  const text = await request.text();
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) {
    throw new DomainError("body_too_large", { status: 413 });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError("bad_json", { status: 400 });
  }
}
