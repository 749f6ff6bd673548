import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

/**
 * Marks notifications of the person as read: one by id, those that lead to a page, or all. Doing it
 * again changes nothing. Reading leaves no audit event.
 * @throws DomainError "not_found" for an id that is not the person's own
 * @returns where the notification leads to, when one was named
 */
export async function markRead(
  input: { id: string } | { href: string } | { isAll: true },
  actor: UserActor,
  db: DbOrTx,
): Promise<string | null> {
  const data = { readAt: clock.now() };
  const unread = { userId: actor.userId, readAt: null };
  if ("id" in input) {
    const found = isId(input.id)
      ? await db.notification.findFirst({
          where: { id: input.id, userId: actor.userId },
          select: { href: true },
        })
      : null;
    const { href } = assertFound(found);
    await db.notification.updateMany({ where: { ...unread, id: input.id }, data });
    return href;
  }
  const where = "href" in input ? { ...unread, href: input.href } : unread;
  await db.notification.updateMany({ where, data });
  return null;
}
