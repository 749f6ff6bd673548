import { DomainError } from "~/domain/shared/domain-error";

const MAX_NUMBER = 2_147_483_647;

/** A public number from an address. @throws DomainError "not_found" (404) */
export function readNumber(text: string | undefined): number {
  const number = Number(text);
  if (!text || !/^\d{1,10}$/.test(text) || number < 1 || number > MAX_NUMBER) {
    throw new DomainError("not_found", { status: 404 });
  }
  return number;
}
