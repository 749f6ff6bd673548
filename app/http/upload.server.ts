import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MultipartParseError,
  parseFormData,
} from "@mjackson/form-data-parser";
import { DomainError } from "~/domain/shared/domain-error";

/** Room for the fields beside the file. */
const FIELDS_BYTES = 200_000;

export type Upload = { name: string; bytes: Uint8Array };

/**
 * Reads a form with at most one file. A body that is larger than the file limit is refused before it
 * is read, and while it is read if it lied about its length.
 * @returns the text fields and the file, null when none was chosen
 * @throws DomainError "file_too_large" (413, field `file`), "bad_form" (400)
 */
export async function readUpload(
  request: Request,
  options: { field: string; maxBytes: number },
): Promise<{ fields: FormData; upload: Upload | null }> {
  const tooLarge = () =>
    new DomainError("file_too_large", {
      field: options.field,
      status: 413,
      params: { max: Math.floor(options.maxBytes / 1024 / 1024) },
    });
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > options.maxBytes + FIELDS_BYTES) throw tooLarge();
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw new DomainError("bad_form", { status: 400 });
  let upload: Upload | null = null;
  try {
    const raw = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: options.maxBytes },
      async (file) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        // A browser sends an empty nameless part when no file was chosen.
        if (file.fieldName === options.field && (file.name !== "" || bytes.length > 0)) {
          upload = { name: file.name, bytes };
        }
        return null;
      },
    );
    const fields = new FormData();
    for (const [name, value] of raw) {
      if (typeof value === "string" && name !== options.field) {
        fields.append(name, value.replaceAll("\u0000", ""));
      }
    }
    return { fields, upload };
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    if (cause instanceof MaxFileSizeExceededError) throw tooLarge();
    const isMalformed =
      cause instanceof MultipartParseError ||
      cause instanceof FormDataParseError ||
      cause instanceof MaxFilesExceededError;
    if (isMalformed) throw new DomainError("bad_form", { status: 400 });
    throw error;
  }
}
