import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { OversightTabs } from "~/components/oversight/oversight-tabs";
import { StrikeTable } from "~/components/oversight/strike-table";
import { SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { TextInput } from "~/components/ui/text-input";
import { liftStrike } from "~/domain/oversight/lift-strike.server";
import { listStrikes } from "~/domain/oversight/strike-queries.server";
import { decisionSchema } from "~/domain/oversight/strike-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/oversight/strikes";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    const paging = readPaging(new URL(request.url).searchParams, SIZE);
    return {
      ...(await listStrikes(paging, actor, getDb())),
      page: paging.page,
      title: `${t("oversight:strikes.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const liftSchema = decisionSchema.extend({ strikeId: z.uuid("bad_form") });

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const form = await parseForm(request, liftSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await liftStrike(form.value, actor, getDb());
      return redirectWithFlash(HERE, { tone: "success", message: "oversight:strikes.liftDone" });
    });
  });
}

/** All breaches; an operator takes one back with reasons. */
export default function Strikes() {
  const { items, total, page } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("oversight");
  const from = (page - 1) * SIZE;
  const refusedId = view.value("strikeId");
  return (
    <>
      <PageHeader title={t("strikes.title")} lead={t("strikes.lead")} />
      <div className="space-y-5">
        <OversightTabs current="strikes" />
        <FormErrorSummary {...view.summary({ note: t("strikes.liftNote") })} />
        <StrikeTable
          hasNames
          rows={items}
          action={(row) => (
            <Disclosure summary={t("strikes.lift")} open={refusedId === row.id}>
              <Form method="post" className="space-y-3 py-2" noValidate>
                <input type="hidden" name="strikeId" value={row.id} />
                <TextInput
                  id={`note-${row.id}`}
                  name="note"
                  label={t("strikes.liftNote")}
                  required
                  maxLength={1000}
                  defaultValue={refusedId === row.id ? view.value("note") : ""}
                  error={refusedId === row.id ? view.error("note") : undefined}
                />
                <SubmitButton size="sm" variant="danger">
                  {t("strikes.lift")}
                </SubmitButton>
              </Form>
            </Disclosure>
          )}
        />
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? `${HERE}?page=${page - 1}` : null}
            nextTo={from + items.length < total ? `${HERE}?page=${page + 1}` : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
