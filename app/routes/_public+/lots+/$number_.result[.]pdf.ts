import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAuctionPaper } from "~/domain/bidding/paper-source-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The notice of the result, for everybody. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const paper = await findAuctionPaper(getDb(), Number(params.number), "AUCTION_RESULT", actor);
    return fileResponse({ ...assertFound(paper), isPublic: true });
  });
}
