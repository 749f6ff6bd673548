import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { OfficeForm } from "~/components/registration/office-form";
import { OfficeTable } from "~/components/registration/office-table";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Pagination } from "~/components/ui/pagination";
import { can } from "~/domain/identity/permission-rules";
import { keepOffice } from "~/domain/registration/keep-office.server";
import {
  listOffices,
  readOfficeChoices,
} from "~/domain/registration/office-administration-queries.server";
import { officeSchema } from "~/domain/registration/office-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireAnyOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireAnyOffice(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const locale = findLocale(request);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOffices({ skip, take: size }, actor, locale, getDb());
    const canOperate = can(actor, "registration.operate");
    return {
      ...found,
      page,
      choices: canOperate ? await readOfficeChoices(locale, getDb()) : null,
      title: `${t("recognition:offices.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireAnyOffice(request);
    const form = await parseForm(request, officeSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const id = await keepOffice({ officeId: null, office: form.value }, actor, getDb());
      return redirectWithFlash(`/office/registrations/offices/${id}`, {
        tone: "success",
        message: "recognition:offices.saved",
      });
    });
  });
}

export default function OfficesPage() {
  const { t } = useTranslation("recognition");
  const { items, total, page, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const from = (page - 1) * PAGE_SIZE;
  const link = (to: number) => `/office/registrations/offices?page=${to}`;
  return (
    <>
      <PageHeader title={t("offices.title")} lead={t("offices.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Card padding="flush">
          <OfficeTable items={items} />
        </Card>
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? link(page - 1) : null}
            nextTo={from + items.length < total ? link(page + 1) : null}
            summary={t("list.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
        {choices && (
          <Disclosure summary={t("offices.add")} open={answer !== undefined}>
            <OfficeForm office={null} choices={choices} view={view} />
          </Disclosure>
        )}
      </div>
    </>
  );
}
