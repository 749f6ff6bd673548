import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/shared/domain-error";
import { problemResponse } from "~/http/error-response.server";

/** An address that the interface does not have: a problem document, not a page. */
export function loader({ context }: LoaderFunctionArgs) {
  return problemResponse(new DomainError("not_found", { status: 404 }), context.requestId);
}

export function action({ context }: ActionFunctionArgs) {
  return problemResponse(new DomainError("not_found", { status: 404 }), context.requestId);
}
