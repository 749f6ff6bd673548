import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { FileForms } from "~/components/tenders/file-forms";
import { TenderForm } from "~/components/tenders/tender-form";
import { formValues } from "~/components/tenders/tender-form-view";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { getDeskTender } from "~/domain/tenders/desk-tender-queries.server";
import {
  getTenderLimits,
  listTenderCategories,
} from "~/domain/tenders/tender-category-queries.server";
import { DRAFTED } from "~/domain/tenders/tender-procedure";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { editTender } from "~/http/tenders/edit-tender.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const locale = findLocale(request);
    const { tender } = await getDeskTender(params.id ?? "", actor, db, locale);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    if (!DRAFTED.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    const t = getFixedT(request, ["tenders", "common"]);
    return {
      tender,
      categories: await listTenderCategories(db, locale),
      limits: await getTenderLimits(db),
      maxBytes: MAX_DOCUMENT_BYTES,
      title: `${t("tenders:edit.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return editTender(request, params.id ?? "", actor, getDb());
  });
}

const ROW = /^criteria\[(\d+)\]/;

/** A tender while it is being written. */
export default function EditTenderPage() {
  const { t } = useTranslation("tenders");
  const { tender, categories, limits, maxBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<RefusedForm & { posted?: Record<string, string> }>();
  const view = useFormView(answer);
  const values = answer?.posted ?? formValues(tender);
  const rows = Object.keys(values).flatMap((name) => ROW.exec(name)?.[1] ?? []);
  const filled = rows.filter((at) => values[`criteria[${at}].title`]);
  const ofRows = rows.flatMap((at): [string, string][] => {
    const row = `${t("edit.criteria")} · ${t("edit.row", { number: Number(at) + 1 })}`;
    return ["title", "weight", "maximum"].map((field) => [`criteria[${at}].${field}`, row]);
  });
  const summary = view.summary({
    ...Object.fromEntries(ofRows),
    title: t("edit.name"),
    categoryCode: t("edit.category"),
    budget: t("edit.budget"),
    bond: t("edit.bond"),
    dueDate: t("edit.dueDate"),
    criteria: t("edit.criteria"),
    file: t("edit.file"),
  });
  return (
    <>
      <PageHeader
        title={t("edit.title")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders" },
          {
            label: tender.title || t("number", { number: tender.number }),
            to: `/desk/tenders/${tender.id}`,
          },
          { label: t("edit.title") },
        ]}
        actions={<LinkButton to={`/desk/tenders/${tender.id}`}>{t("desk.steps")}</LinkButton>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary {...summary} />
        <Card>
          <TenderForm
            key={tender.revision}
            criteriaCount={new Set(filled).size}
            categories={categories}
            limits={limits}
            valueAt={(name) => values[name] ?? ""}
            errorAt={view.error}
          />
        </Card>
        <FileForms
          files={tender.files}
          hrefOf={(fileId) => `/tenders/${tender.number}/files/${fileId}`}
          maxBytes={maxBytes}
          errorAt={view.error}
        />
      </div>
    </>
  );
}
