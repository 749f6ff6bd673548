import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SavedSearchCard } from "~/components/discovery/saved-search-card";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { changeSavedSearch } from "~/domain/discovery/change-saved-search.server";
import { deleteSavedSearch } from "~/domain/discovery/delete-saved-search.server";
import { listSavedSearches } from "~/domain/discovery/saved-search-queries.server";
import {
  changeSavedSearchSchema,
  deleteSavedSearchSchema,
} from "~/domain/discovery/saved-search-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PATH = "/desk/saved-searches";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["search", "common"]);
    return {
      searches: await listSavedSearches(actor, findLocale(request), getDb()),
      title: `${t("saved.title")} · ${t("common:marketName")}`,
    };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    if (fields.get("intent") === "delete") {
      const form = parseFormData(fields, deleteSavedSearchSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await deleteSavedSearch(form.value, actor, getDb());
        return redirectWithFlash(PATH, { tone: "success", message: "search:save.deleted" });
      });
    }
    const form = parseFormData(fields, changeSavedSearchSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await changeSavedSearch(form.value, actor, getDb());
      return redirectWithFlash(PATH, { tone: "success", message: "search:save.changed" });
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SavedSearchesPage() {
  const { t } = useTranslation("search");
  const { searches } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("saved.title")} lead={t("saved.lead")} />
      {searches.length === 0 ? (
        <EmptyState
          icon="star"
          title={t("saved.empty")}
          actions={
            <>
              <LinkButton to="/achievements">{t("saved.toAchievements")}</LinkButton>
              <LinkButton to="/needs" variant="secondary">
                {t("saved.toNeeds")}
              </LinkButton>
            </>
          }
        >
          {t("saved.emptyText")}
        </EmptyState>
      ) : (
        <ul className="space-y-3">
          {searches.map((saved) => (
            <li key={saved.id}>
              <SavedSearchCard saved={saved} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
