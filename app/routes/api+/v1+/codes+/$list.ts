import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { readCodeList } from "~/http/api/code-resources.server";
import { getDb } from "~/platform/db.server";

/** One code list. Public. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return answerPublicRead(context.requestId, () => readCodeList(params.list ?? "", getDb()));
}
