import { makeVerifierPage } from "~/domain/bidding/transcript-verifier.server";
import { withErrors } from "~/http/error-response.server";
import { getDb } from "~/platform/db.server";

/** The stand-alone verifier as a page to keep. */
export function loader() {
  return withErrors(async () => {
    const { html, policy } = await makeVerifierPage(getDb());
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-disposition": 'attachment; filename="verify-auction.html"',
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
      },
    });
  });
}
