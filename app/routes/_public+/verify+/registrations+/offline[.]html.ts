import { withErrors } from "~/http/error-response.server";
import { offlineVerifier } from "~/http/offline-verifier.server";

/** The stand-alone verifier as a file to keep. */
export function loader() {
  return withErrors(async () => {
    const { html, policy } = await offlineVerifier();
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-disposition": 'attachment; filename="registration-verifier.html"',
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
      },
    });
  });
}
