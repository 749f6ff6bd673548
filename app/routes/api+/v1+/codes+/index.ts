import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readCodeLists } from "~/http/api/code-resources.server";
import { getDb } from "~/platform/db.server";

/** Names of the code lists. Public. */
export function loader({ context }: LoaderFunctionArgs) {
  return answerPublicRead(context.requestId, () => readCodeLists(getDb()));
}
