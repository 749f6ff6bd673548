import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SearchSummary } from "~/components/discovery/search-summary";
import { PageHeader } from "~/components/layout/page-header";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { saveSearch } from "~/domain/discovery/save-search.server";
import { describeSearch } from "~/domain/discovery/saved-search-queries.server";
import {
  ALERT_FREQUENCIES,
  MAX_NAME,
  SAVED_KINDS,
  saveSearchSchema,
} from "~/domain/discovery/saved-search-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    await requireUser(request);
    const params = new URL(request.url).searchParams;
    const kind = SAVED_KINDS.find((known) => known === params.get("kind")) ?? "achievements";
    const query = (params.get("query") ?? "").slice(0, 4_000);
    const what = await describeSearch(kind, query, findLocale(request), getDb());
    const t = getFixedT(request, ["search", "common"]);
    return {
      kind,
      query,
      ...what,
      title: `${t("save.title")} · ${t("common:marketName")}`,
    };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, saveSearchSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await saveSearch(form.value, actor, getDb());
      return redirectWithFlash("/desk/saved-searches", {
        tone: "success",
        message: "search:save.saved",
      });
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SaveSearchPage() {
  const { t } = useTranslation("search");
  const errorText = useErrorText();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kindName = t(loaded.kind === "achievements" ? "save.kindAchievements" : "save.kindNeeds");
  const [form, fields] = useForm({
    id: "save-search",
    lastResult: answer && "result" in answer ? answer.result : undefined,
    defaultValue: {
      kind: loaded.kind,
      query: loaded.query,
      name: (loaded.words || kindName).slice(0, MAX_NAME),
      frequency: "DAILY",
    },
  });
  const nameError = errorText(fields.name.errors);
  const frequencyError = errorText(fields.frequency.errors);
  const formError = errorText(form.errors);
  return (
    <>
      <PageHeader
        title={t("save.title")}
        lead={t("save.lead")}
        breadcrumbs={[
          { label: t("saved.title"), to: "/desk/saved-searches" },
          { label: t("save.title") },
        ]}
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-5">
          <FormErrorSummary
            errors={{
              ...(nameError ? { name: nameError } : {}),
              ...(frequencyError ? { frequency: frequencyError } : {}),
            }}
            formErrors={formError ? [formError] : []}
            labels={{ name: t("save.name"), frequency: t("save.frequency") }}
          />
          <input type="hidden" name="kind" value={loaded.kind} />
          <input type="hidden" name="query" value={loaded.query} />
          <div>
            <p className="mb-1 font-medium text-ink">{t("save.what")}</p>
            <p className="text-muted">{kindName}</p>
            <SearchSummary words={loaded.words} filters={loaded.filters} />
          </div>
          <TextInput
            name="name"
            label={t("save.name")}
            hint={t("save.nameHint")}
            defaultValue={String(fields.name.initialValue ?? "")}
            maxLength={MAX_NAME}
            error={nameError}
            required
          />
          <RadioGroup
            name="frequency"
            label={t("save.frequency")}
            options={ALERT_FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
            defaultValue={String(fields.frequency.initialValue ?? "DAILY")}
            error={frequencyError}
          />
          <SubmitButton>{t("save.submit")}</SubmitButton>
        </Form>
      </Card>
    </>
  );
}
