import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContractFile } from "~/domain/contracts/contract-file-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { fileResponse, madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

const FORMATS = ["docx", "pdf", "final", "sealed"] as const;

/** The contract as a file: ?format=docx|pdf|final|sealed, with ?version= for an earlier text. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const search = new URL(request.url).searchParams;
    const format = FORMATS.find((one) => one === (search.get("format") ?? "pdf"));
    const given = search.get("version");
    const version = given !== null && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : null;
    if (!format || (given !== null && version === null)) {
      throw new DomainError("not_found", { status: 404 });
    }
    const ids = { dealId: params.id ?? "", contractId: params.contractId ?? "" };
    const file = await getContractFile(ids, { format, version }, actor, getDb());
    return file.kind === "STORED"
      ? fileResponse({ ...file, isPublic: false })
      : madeFileResponse(file.name, file.contentType, file.bytes);
  });
}
