import { isAPIError } from "better-auth/api";
import { DomainError } from "~/domain/shared/domain-error";
import { auth } from "~/platform/auth.server";

const WRONG = new Set(["INVALID_CODE", "INVALID_BACKUP_CODE"]);

function refusalFor(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  const code = String(error.body?.code ?? "");
  return WRONG.has(code)
    ? new DomainError("second_factor_wrong", { field: "code", status: 401 })
    : new DomainError("second_factor_expired", { status: 401 });
}

/**
 * Second step of a sign-in: the six digits of an authenticator, or a backup code, which is used up.
 * The library allows five tries for one sign-in.
 * @returns headers with the session cookie
 * @throws DomainError "second_factor_wrong" (field `code`), "second_factor_expired" (401)
 */
export async function verifySecondFactor(code: string, headers: Headers): Promise<Headers> {
  const isTotp = /^\d{6}$/.test(code);
  try {
    const api = auth().api;
    const answer = isTotp
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
    return answer.headers;
  } catch (error) {
    throw refusalFor(error);
  }
}
