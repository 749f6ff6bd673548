import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readListing } from "~/http/api/listing-resources.server";
import { getDb } from "~/platform/db.server";

/** One published need with its public sections. Public. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return answerPublicRead(context.requestId, () => readListing("need", params.id ?? "", getDb()));
}
