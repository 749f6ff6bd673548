import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { PUBLIC_STATES } from "../events/roadshow-procedure";

const select = {
  id: true,
  number: true,
  title: true,
  state: true,
  format: true,
  languages: true,
  rules: true,
  organisationId: true,
  callDueAt: true,
} as const;

/**
 * The public event that an address or a form names, by its number or id.
 * @throws DomainError "not_found" (404)
 */
export async function getEventOfCall(db: DbOrTx, named: string) {
  const isNumber = /^\d{1,9}$/.test(named);
  const event =
    isNumber || isId(named)
      ? await db.roadshow.findUnique({
          where: isNumber ? { number: Number(named) } : { id: named },
          select,
        })
      : null;
  if (!event || !PUBLIC_STATES.some((state) => state === event.state)) {
    throw new DomainError("not_found", { status: 404 });
  }
  return event;
}
