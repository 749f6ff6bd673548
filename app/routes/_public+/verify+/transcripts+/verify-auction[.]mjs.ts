import { makeVerifierCommand } from "~/domain/bidding/transcript-verifier.server";
import { withErrors } from "~/http/error-response.server";
import { getDb } from "~/platform/db.server";

/** The stand-alone verifier for the command line. */
export function loader() {
  return withErrors(async () => {
    return new Response(await makeVerifierCommand(getDb()), {
      headers: {
        "content-type": "text/javascript; charset=utf-8",
        "content-disposition": 'attachment; filename="verify-auction.mjs"',
        "x-content-type-options": "nosniff",
        "cache-control": "no-cache",
      },
    });
  });
}
