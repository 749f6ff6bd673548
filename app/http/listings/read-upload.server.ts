import {
  FormDataParseError,
  MaxFilesExceededError,
  parseFormData,
} from "@mjackson/form-data-parser";
import { DomainError } from "~/domain/shared/domain-error";

/** One file field and a few short texts. */
const MAX_FILES = 1;

export type Upload = { fields: FormData; file: { name: string; bytes: Uint8Array } | null };

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.name === "MaxFileSizeExceededError"
    ? true
    : error instanceof Error && /file size|maximum size/i.test(error.message);
}

/**
 * Reads a form with one file. Reading stops as soon as the file is larger than `maxBytes`.
 * @throws DomainError "file_too_large" (413) at the field, "bad_form" (400)
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const tooLarge = () =>
    new DomainError("file_too_large", {
      field: "file",
      status: 413,
      params: { max: maxBytes / (1024 * 1024) },
    });
  // The parts around the file are small; without a length the parser's own limit holds.
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > maxBytes + 100_000) throw tooLarge();
  let file: Upload["file"] = null;
  try {
    const fields = await parseFormData(
      request,
      { maxFileSize: maxBytes, maxFiles: MAX_FILES },
      async (upload) => {
        if (upload.name === "" && upload.size === 0) return null;
        file = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) };
        return null;
      },
    );
    return { fields, file };
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge();
    if (error instanceof MaxFilesExceededError || error instanceof FormDataParseError) {
      throw new DomainError("bad_form", { status: 400 });
    }
    throw new DomainError("bad_form", { status: 400 });
  }
}
