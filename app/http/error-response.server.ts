import { data } from "@remix-run/node";
import { DomainError } from "~/domain/shared/domain-error";
import { logger } from "~/platform/logger.server";

/** What an error page is told. */
export type ErrorBody = { code: string; params: Record<string, string | number> };

/**
 * Turns a refusal inside a loader or action into the response that the error page shows.
 * Anything else is passed on and becomes a 500 with a reference number.
 */
export async function withErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) {
      throw data({ code: error.code, params: error.params } satisfies ErrorBody, {
        status: error.status,
      });
    }
    throw error;
  }
}

/** RFC 9457 problem document for the open API. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof DomainError ? error : null;
  if (!known) logger.error({ err: error, requestId }, "request failed");
  const body = {
    type: "about:blank",
    title: known?.code ?? "internal_error",
    status: known?.status ?? 500,
    ...(known?.field ? { field: known.field } : {}),
    ...(known && Object.keys(known.params).length > 0 ? { params: known.params } : {}),
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
