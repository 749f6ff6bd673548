import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

declare module "@remix-run/server-runtime" {
  /** What the Express server hands to every loader and action. */
  interface AppLoadContext {
    /** Nonce of this response's Content-Security-Policy. */
    cspNonce: string;
    /** Id that log lines and the x-request-id header share. */
    requestId: string;
    /** Address of the client as the trusted proxy setting sees it. */
    clientIp: string;
  }
}
