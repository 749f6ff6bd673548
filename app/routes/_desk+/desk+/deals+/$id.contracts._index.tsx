import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ContractTable } from "~/components/contracts/contract-table";
import { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { listContracts } from "~/domain/contracts/contract-list-queries.server";
import { draftContract } from "~/domain/contracts/draft-contract.server";
import { draftSupplement } from "~/domain/contracts/draft-supplement.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["contracts", "common"]);
    const list = await listContracts(params.id ?? "", actor, getDb());
    return { title: `${t("title")} · ${t("common:marketName")}`, list };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const dealId = params.id ?? "";
    const fields = await readForm(request);
    const intent = fields.get("intent");
    if (intent !== "draft" && intent !== "supplement") {
      throw new DomainError("bad_form", { status: 400 });
    }
    return answerForm(parseFormData(fields, z.object({})), async () => {
      const draft = intent === "draft" ? draftContract : draftSupplement;
      const id = await draft(dealId, actor, getDb());
      return redirectWithFlash(`/desk/deals/${dealId}/contracts/${id}`, {
        tone: "success",
        message: "contracts:flash.drafted",
      });
    });
  });
}

export default function DealContractsPage() {
  const { t } = useTranslation("contracts");
  const errorText = useErrorText();
  const { list } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const start = (intent: "draft" | "supplement", label: string, reason: string | null) =>
    reason ? (
      <Button disabledReason={errorText(reason) ?? ""}>{label}</Button>
    ) : (
      <Form method="post">
        <SubmitButton intent={intent} icon="plus">
          {label}
        </SubmitButton>
      </Form>
    );
  const main = list.main && start("draft", t("draft"), list.main.reason);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <FormErrorSummary {...view.summary({})} />
      {list.items.length > 0 ? (
        <Card title={t("title")} padding="flush">
          <ContractTable dealId={list.dealId} items={list.items} />
        </Card>
      ) : (
        <EmptyState icon="file" title={t("emptyTitle")} actions={main}>
          {t("emptyText")}
        </EmptyState>
      )}
      {list.items.length > 0 && main && <div>{main}</div>}
      {list.supplement && (
        <Card title={t("kinds.SUPPLEMENT")}>
          <p className="mb-3 text-muted">{t("supplementText")}</p>
          {start("supplement", t("draftSupplement"), list.supplement.reason)}
        </Card>
      )}
    </div>
  );
}
