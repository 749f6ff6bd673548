import type { Actor } from "~/domain/identity/actor";

/** The market moves a payment because somebody else's step asks for it: who that was is kept. */
export function onBehalf(actor: Actor): { for: string } {
  return { for: actor.kind === "USER" ? actor.userId : actor.name };
}
