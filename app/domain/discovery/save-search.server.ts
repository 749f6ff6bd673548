import type { z } from "zod";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { saveSearchSchema } from "./saved-search-schema";
import { readListingSearch, writeListingSearch } from "./search-schema";

/** More would be a way to make the market work for nothing. */
export const MAX_SAVED_SEARCHES = 50;

/**
 * Keeps a search for its person; alerts start with what is published from now on. The query is read
 * and written again, so that nothing but a search is stored. The same search saved twice is one.
 * @throws DomainError "too_many_saved_searches"
 */
export async function saveSearch(
  input: z.output<typeof saveSearchSchema>,
  actor: UserActor,
  db: Db,
): Promise<{ id: string }> {
  const search = readListingSearch(new URLSearchParams(input.query));
  const query = writeListingSearch({ ...search, page: 1 });
  return inTransaction(db, async (tx) => {
    // Two submissions at once would both see one place left; the person's row puts them in line.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.userId}::uuid FOR UPDATE`;
    const known = await tx.savedSearch.findMany({
      where: { userId: actor.userId },
      select: { id: true, kind: true, query: true },
    });
    const values = { name: input.name, frequency: input.frequency };
    const same = known.find((one) => one.kind === input.kind && one.query === query);
    if (same === undefined && known.length >= MAX_SAVED_SEARCHES) {
      throw new DomainError("too_many_saved_searches", { params: { max: MAX_SAVED_SEARCHES } });
    }
    const id = same?.id ?? newId();
    if (same !== undefined) await tx.savedSearch.update({ where: { id }, data: values });
    else {
      await tx.savedSearch.create({
        data: {
          id,
          userId: actor.userId,
          kind: input.kind,
          query,
          lastRunAt: clock.now(),
          ...values,
        },
      });
    }
    await appendAudit(tx, actor, {
      action: "discovery.search.saved",
      subjectType: "SavedSearch",
      subjectId: id,
    });
    return { id };
  });
}
