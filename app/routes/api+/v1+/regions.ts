import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readRegions } from "~/http/api/code-resources.server";
import { getDb } from "~/platform/db.server";

/** Administrative divisions. Public. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  return answerPublicRead(context.requestId, () => readRegions(params, getDb()));
}
