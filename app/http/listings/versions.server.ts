import type { LoaderFunctionArgs } from "@remix-run/node";
import { changesBetween, type FieldChange } from "~/domain/catalogue/content-diff-rules";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { listVersions } from "~/domain/catalogue/version-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { valueReader } from "./value-reader.server";

export type VersionView = {
  number: number;
  note: string;
  createdAt: Date;
  /** Null for the first version. */
  changes: FieldChange[] | null;
};

/** Loader of the versions of a listing with their differences. */
export function loadVersions(kind: ListingKind, { request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const ref = { kind, id: params.id ?? "" };
    const versions = await listVersions(db, ref, await findActor(request));
    const read = await valueReader(request, db);
    const t = getFixedT(request, ["catalogue", "common"]);
    const views: VersionView[] = versions.map((version, index) => {
      const older = versions[index + 1];
      return {
        number: version.number,
        note: version.note,
        createdAt: version.createdAt,
        changes: older ? changesBetween(older.content, version.content, read) : null,
      };
    });
    return {
      kind,
      path: `/${KIND[kind].segment}/${ref.id}`,
      name: versions[0]?.content.title ?? "",
      versions: views,
      title: `${t("catalogue:versions.title")} · ${t("common:marketName")}`,
    };
  });
}
