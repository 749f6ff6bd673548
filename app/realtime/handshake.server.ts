import type { Socket } from "socket.io";
import type { UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { findSession } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";

/** Finds the person behind the cookies that came with a socket's handshake. */
export type FindActor = (headers: Headers) => Promise<UserActor | null>;

export const findSocketActor: FindActor = async (headers) => {
  const session = await findSession(headers);
  return session ? findActorById(getDb(), session) : null;
};

/**
 * Lets signed-in people in and keeps only their id on the socket: what they may see is asked again
 * whenever they join a room.
 */
export function requireSocketUser(find: FindActor) {
  return async (socket: Socket, next: (error?: Error) => void): Promise<void> => {
    try {
      const actor = await find(socketHeaders(socket));
      if (!actor) return next(new Error("sign_in_required"));
      socket.data = { userId: actor.userId };
      next();
    } catch (error) {
      logger.warn({ err: error }, "socket handshake failed");
      next(new Error("unavailable"));
    }
  };
}

/** The cookies of the handshake, as the session check wants them. */
export function socketHeaders(socket: Socket): Headers {
  return new Headers({ cookie: socket.handshake.headers.cookie ?? "" });
}
