import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ColleagueForm, InviteForm } from "~/components/deals/people-forms";
import { PeopleTable } from "~/components/deals/people-table";
import { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { addColleague } from "~/domain/deals/add-colleague.server";
import { inviteAdviser } from "~/domain/deals/invite-adviser.server";
import { joinDeal } from "~/domain/deals/join-deal.server";
import { leaveDeal } from "~/domain/deals/leave-deal.server";
import { getPeople } from "~/domain/deals/people-queries.server";
import {
  areasSchema,
  colleagueSchema,
  inviteSchema,
  removeSchema,
} from "~/domain/deals/people-schema";
import { removePerson } from "~/domain/deals/remove-person.server";
import { setAdviserAreas } from "~/domain/deals/set-adviser-areas.server";
import { markRead } from "~/domain/notifications/mark-read.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const people = await getPeople(id, actor, getDb());
    await markRead({ href: `/desk/deals/${id}/people` }, actor, getDb());
    return people;
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id ?? "";
    const fields = await readForm(request);
    const back = (message: string, to = `/desk/deals/${id}/people`) =>
      redirectWithFlash(to, { tone: "success", message: `deals:people.${message}` });
    switch (fields.get("intent")) {
      case "add": {
        const form = parseFormData(fields, colleagueSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await addColleague(id, form.value.userId, actor, db);
          return back("added");
        });
      }
      case "invite": {
        const form = parseFormData(fields, inviteSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await inviteAdviser(id, form.value, actor, db);
          return back("invited");
        });
      }
      case "areas": {
        const form = parseFormData(fields, areasSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await setAdviserAreas(id, form.value, actor, db);
          return back("removed");
        });
      }
      case "remove": {
        const form = parseFormData(fields, removeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await removePerson(id, form.value.userId, actor, db);
          return back("removed");
        });
      }
      case "leave":
        return answerForm(parseFormData(fields, z.object({})), async () => {
          await leaveDeal(id, actor, db);
          return back("left", "/desk/deals");
        });
      case "join":
        return answerForm(parseFormData(fields, z.object({})), async () => {
          await joinDeal(id, actor, db);
          return back("joined");
        });
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function DealPeoplePage() {
  const { t } = useTranslation("deals");
  const { people, colleagues, canInvite, canLeave, joinAs } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <section aria-labelledby="people" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="people" className="text-xl">
          {t("people.title")}
        </h2>
        <p className="mt-1 text-muted">{t("people.lead")}</p>
      </div>
      <FormErrorSummary
        {...view.summary({
          userId: t("people.colleague"),
          email: t("people.email"),
          role: t("people.inviteRole"),
          areas: t("people.inviteAreas"),
        })}
      />
      {joinAs && (
        <Form method="post">
          <SubmitButton intent="join" icon="plus">
            {t("people.join", { organisation: joinAs })}
          </SubmitButton>
        </Form>
      )}
      <PeopleTable people={people} canLeave={canLeave} />
      {canInvite && (
        <div className="no-print grid gap-5 lg:grid-cols-2">
          <ColleagueForm colleagues={colleagues} view={view} />
          <InviteForm view={view} />
        </div>
      )}
    </section>
  );
}
