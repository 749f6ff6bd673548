import { redirect } from "@remix-run/node";
import type { Office, UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { findSession } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";
import { safePath } from "./safe-path";

// Several loaders of one page ask for the actor of the same request; the database is asked once.
const known = new WeakMap<Request, Promise<UserActor | null>>();
const byHeaders = new WeakMap<Headers, Promise<UserActor | null>>();

/** The person behind a request, or null for a visitor. */
export function findActor(request: Request): Promise<UserActor | null> {
  const found = known.get(request) ?? byHeaders.get(request.headers);
  if (found) return found;
  const lookup = readActor(request);
  known.set(request, lookup);
  byHeaders.set(request.headers, lookup);
  return lookup;
}

async function readActor(request: Request): Promise<UserActor | null> {
  const session = await findSession(request.headers);
  if (!session) return null;
  const actor = await findActorById(getDb(), session);
  if (!actor) return null;
  const requestId = request.headers.get("x-request-id");
  return requestId ? { ...actor, requestId } : actor;
}

/**
 * The signed-in person.
 * @throws Response a redirect to the sign-in page that comes back here
 */
export async function requireUser(request: Request): Promise<UserActor> {
  const actor = await findActor(request);
  if (actor) return actor;
  const url = new URL(request.url);
  const target = request.method === "GET" ? `${url.pathname}${url.search}` : url.pathname;
  throw redirect(`/sign-in?next=${encodeURIComponent(safePath(target))}`);
}

/** A person with a seat in one of the offices. @throws DomainError "forbidden" (403) */
export async function requireOffice(
  request: Request,
  offices: readonly Office[] = ["MARKET_OPERATOR", "REVIEWER"],
): Promise<UserActor> {
  const actor = await requireUser(request);
  if (!actor.offices.some((seat) => offices.includes(seat.office))) {
    throw new DomainError("forbidden", { status: 403 });
  }
  return actor;
}

/** A person with any seat: in an office, a registration office or a service point. @throws DomainError "forbidden" (403) */
export async function requireAnyOffice(request: Request): Promise<UserActor> {
  const actor = await requireUser(request);
  if (actor.offices.length === 0 && actor.registrarSeats.length === 0) {
    throw new DomainError("forbidden", { status: 403 });
  }
  return actor;
}

/** A registrar, or somebody who pre-checks at a service point. @throws DomainError "forbidden" (403) */
export async function requireRegistrar(request: Request): Promise<UserActor> {
  const actor = await requireUser(request);
  if (actor.registrarSeats.length === 0) throw new DomainError("forbidden", { status: 403 });
  return actor;
}
