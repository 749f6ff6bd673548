import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TermsNav } from "~/components/deals/terms-nav";
import { CategoryOutcome } from "~/components/registration/category-outcome";
import { CategoryPath } from "~/components/registration/category-path";
import { CategoryQuestion } from "~/components/registration/category-question";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { saveTermsDraft } from "~/domain/deals/save-terms-draft.server";
import { getTermsEditor } from "~/domain/deals/terms-editor-queries.server";
import { CATEGORY_ANSWERS } from "~/domain/deals/terms-form-rules";
import { toCategoryQuery, walkCategoryQuestions } from "~/domain/registration/category-rules";
import { getCategoryView } from "~/domain/registration/category-view-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const { side, role } = await getDealAccess(db, params.id ?? "", actor);
    const walk = walkCategoryQuestions(new URL(request.url).searchParams);
    const { steps, question, problem, result } = walk;
    return {
      dealId: params.id ?? "",
      mayUse: side !== null && role !== null,
      steps,
      question,
      problem,
      answers: toCategoryQuery(steps),
      view: result && (await getCategoryView(db, result, findLocale(request))),
    };
  });
}

/** Takes category and kind of licence over into the side's draft, with the answers that led there. */
export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const fields = await readForm(request);
    const answers = String(fields.get("answers") ?? "");
    const { result, steps } = walkCategoryQuestions(new URLSearchParams(answers));
    if (result?.kind !== "TECHNICAL") throw new DomainError("bad_form", { status: 400 });
    const { form, revision } = await getTermsEditor(dealId, actor, db);
    const values = {
      ...form.values,
      categoryCode: result.category,
      [CATEGORY_ANSWERS]: toCategoryQuery(steps),
      ...(result.licenceKind ? { "licence.kind": result.licenceKind } : {}),
    };
    await saveTermsDraft({ dealId, revision, form: { ...form, values } }, actor, db);
    return redirectWithFlash(`/desk/deals/${dealId}/terms/edit`, {
      tone: "success",
      message: "terms:page.categoryTaken",
    });
  });
}

export default function TermsCategoryPage() {
  const { t } = useTranslation("terms");
  const { dealId, mayUse, steps, question, problem, answers, view } =
    useLoaderData<typeof loader>();
  const path = `/desk/deals/${dealId}/terms/category`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <div>
        <h2 className="text-xl">{t("edit.categoryTitle")}</h2>
        <p className="mt-1 text-muted">{t("edit.categoryLead")}</p>
      </div>
      {question && (
        <CategoryQuestion question={question} steps={steps} problem={problem} action={path} />
      )}
      {view?.kind === "TECHNICAL" && mayUse && (
        <Form method="post" action={path} className="flex flex-wrap gap-3">
          <input type="hidden" name="answers" value={answers} />
          <SubmitButton intent="use" icon="check">
            {t("edit.useCategory")}
          </SubmitButton>
          <LinkButton to={`/registration-check?category=${view.code}`} variant="quiet">
            {t("page.selfCheck")}
          </LinkButton>
        </Form>
      )}
      {view && <CategoryOutcome view={view} />}
      <CategoryPath steps={steps} action={path} />
    </div>
  );
}
