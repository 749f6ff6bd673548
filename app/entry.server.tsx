import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { NonceContext } from "./components/layout/nonce";
import { withoutNul } from "./http/without-nul.server";
import { findLocale, i18nFor } from "./i18n/i18next.server";
import { logger } from "./platform/logger.server";
import { loggedPath } from "./server/logged-path";

export { runtime } from "./server-runtime.server";

const RENDER_TIMEOUT_MS = 10_000;
/** Pages differ by person: no shared cache may keep one that does not say otherwise. */
const PERSONAL = "private, no-cache";

export default function handleRequest(
  request: Request,
  statusCode: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const i18n = i18nFor(findLocale(request));
  const nonce = loadContext.cspNonce;
  return new Promise((resolve, reject) => {
    let status = statusCode;
    let isShellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer
            context={context}
            url={request.url}
            nonce={nonce}
            abortDelay={RENDER_TIMEOUT_MS}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          isShellSent = true;
          const body = withoutNul();
          headers.set("content-type", "text/html; charset=utf-8");
          headers.append("vary", "cookie, accept-language");
          if (!headers.has("cache-control")) headers.set("cache-control", PERSONAL);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (isShellSent) logger.error({ err: error }, "rendering failed");
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1000).unref();
  });
}

export function handleDataRequest(response: Response) {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", PERSONAL);
  return response;
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { requestId } = context as AppLoadContext;
  const url = loggedPath(new URL(request.url).pathname);
  logger.error({ err: error, requestId, url }, "request failed");
}
