import type { LoaderFunctionArgs } from "@remix-run/node";
import { regionNamer } from "~/domain/catalogue/code-queries.server";
import { KIND, LISTING_KINDS } from "~/domain/catalogue/listing-kind-rules";
import { listPublishedChanges, listReviewQueue } from "~/domain/catalogue/review-queries.server";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

/** Loader of the review queue and of the list of changes after publication (`?view=changes`). */
export function loadReviewQueue({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const db = getDb();
    const params = new URL(request.url).searchParams;
    const { page, skip } = readPaging(params, SIZE);
    const kind = LISTING_KINDS.find((one) => one === params.get("kind"));
    const isChanges = params.get("view") === "changes";
    const [queue, changes, regionOf] = await Promise.all([
      listReviewQueue(db, actor, { kind, skip: isChanges ? 0 : skip, take: isChanges ? 1 : SIZE }),
      isChanges ? listPublishedChanges(db, actor, { skip, take: SIZE + 1 }) : [],
      regionNamer(db, findLocale(request)),
    ]);
    const now = clock.now();
    const total = kind ? queue.counts[kind] : queue.counts.achievement + queue.counts.need;
    const t = getFixedT(request, ["review", "common"]);
    return {
      title: `${t("review:queueTitle")} · ${t("common:marketName")}`,
      kind: kind ?? null,
      isChanges,
      page,
      size: SIZE,
      total,
      counts: queue.counts,
      overdue: queue.overdue,
      rows: isChanges
        ? []
        : queue.rows.map((row) => ({
            ...row,
            region: regionOf(row.regionCode),
            isOverdue: row.dueAt !== null && row.dueAt < now,
            to: `/office/reviews/${KIND[row.kind].segment}/${row.id}`,
          })),
      hasMoreChanges: changes.length > SIZE,
      changes: changes.slice(0, SIZE).map((row) => ({
        ...row,
        to: `/office/reviews/${KIND[row.kind].segment}/${row.id}`,
        versionsTo: `/${KIND[row.kind].segment}/${row.id}/versions`,
      })),
    };
  });
}
