import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeUser } from "./people";

const YEAR_MS = 365 * 86_400_000;
let serial = 0;

type ListingValues = {
  title?: string;
  state?: "DRAFT" | "PUBLISHED" | "EXPIRED" | "WITHDRAWN" | "CLOSED";
  isBlinded?: boolean;
};

async function base(db: Db, organisationId: string, values: ListingValues) {
  serial += 1;
  const now = clock.now();
  return {
    id: newId(),
    organisationId,
    createdById: (await makeUser(db)).id,
    state: values.state ?? "PUBLISHED",
    isBlinded: values.isBlinded ?? false,
    regionCode: "370102",
    versionNumber: 1,
    publishedAt: now,
    expiresAt: new Date(now.getTime() + YEAR_MS),
    createdAt: now,
  };
}

/** An achievement that stands in the market without having gone through its procedure. */
export async function makeAchievement(
  db: Db,
  organisationId: string,
  values: ListingValues & { description?: string } = {},
): Promise<{ id: string; title: string }> {
  const data = await base(db, organisationId, values);
  return db.achievement.create({
    data: {
      ...data,
      title: values.title ?? `测试成果 ${serial}`,
      description: values.description ?? "",
    },
    select: { id: true, title: true },
  });
}

/** A need that stands in the market without having gone through its procedure. */
export async function makeNeed(
  db: Db,
  organisationId: string,
  values: ListingValues & { background?: string } = {},
): Promise<{ id: string; title: string }> {
  const data = await base(db, organisationId, values);
  return db.need.create({
    data: {
      ...data,
      title: values.title ?? `测试需求 ${serial}`,
      background: values.background ?? "",
    },
    select: { id: true, title: true },
  });
}
