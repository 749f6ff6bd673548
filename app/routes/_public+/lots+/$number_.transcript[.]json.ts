import type { LoaderFunctionArgs } from "@remix-run/node";
import { findTranscriptText } from "~/domain/bidding/transcript-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { getDb } from "~/platform/db.server";

/** The whole transcript, byte for byte as it is checked. */
export function loader({ params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const number = Number(params.number);
    const text = assertFound(await findTranscriptText(getDb(), number));
    return new Response(text, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="transcript-${number}.json"`,
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=300",
      },
    });
  });
}
