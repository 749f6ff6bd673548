import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPublicRead } from "~/http/api/answer.server";
import { openApiDocument } from "~/http/api/openapi.server";

/** The OpenAPI 3.1 document. Public. */
export function loader({ context }: LoaderFunctionArgs) {
  return answerPublicRead(context.requestId, async () => openApiDocument());
}
