import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["imports", "common"]);
    return {
      organisations: actor.memberships.map((one) => ({
        value: one.organisationId,
        label: one.organisationName,
      })),
      actingFor: actor.organisationId ?? "",
      query: new URL(request.url).searchParams.get("q")?.slice(0, 120) ?? "",
      title: `${t("exporting.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Exports() {
  const { t } = useTranslation("imports");
  const { organisations, actingFor, query } = useLoaderData<typeof loader>();
  const hasOwn = organisations.length > 0;
  return (
    <>
      <PageHeader
        title={t("exporting.title")}
        lead={t("exporting.lead")}
        breadcrumbs={[{ label: t("title"), to: "/desk/imports" }, { label: t("exporting.title") }]}
      />
      <Card>
        {/* A plain form: the answer is a file, not a page. */}
        <form method="get" action="/desk/exports/download" className="max-w-2xl space-y-5">
          <RadioGroup
            name="kind"
            label={t("exporting.kind")}
            look="inline"
            defaultValue="achievement"
            options={[
              { value: "achievement", label: t("kind.ACHIEVEMENT") },
              { value: "need", label: t("kind.NEED") },
            ]}
          />
          <RadioGroup
            name="scope"
            label={t("exporting.scope")}
            defaultValue={hasOwn && query === "" ? "own" : "public"}
            options={[
              ...(hasOwn ? [{ value: "own", label: t("exporting.scopeOwn") }] : []),
              { value: "public", label: t("exporting.scopePublic") },
            ]}
          />
          {hasOwn && (
            <Select
              name="organisation"
              label={t("exporting.organisation")}
              defaultValue={actingFor}
              options={organisations}
            />
          )}
          <TextInput name="q" label={t("exporting.query")} defaultValue={query} maxLength={120} />
          <RadioGroup
            name="format"
            label={t("exporting.format")}
            look="inline"
            defaultValue="csv"
            options={[
              { value: "csv", label: "CSV" },
              { value: "xlsx", label: "XLSX" },
              { value: "jsonl", label: "JSON Lines" },
            ]}
          />
          <Button type="submit" variant="primary" icon="download">
            {t("exporting.submit")}
          </Button>
        </form>
      </Card>
    </>
  );
}
