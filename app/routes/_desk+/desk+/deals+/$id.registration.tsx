import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { RoomRegistrations } from "~/components/registration/room-registrations";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { can } from "~/domain/identity/permission-rules";
import { createRegistration } from "~/domain/registration/create-registration.server";
import { listRoomRegistrations } from "~/domain/registration/registration-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const createSchema = z.object({ contractId: z.uuid("not_found") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const access = await getDealAccess(getDb(), params.id ?? "", actor);
    const contracts = await listRoomRegistrations(getDb(), access.deal.id);
    // The number alone is for everybody in the room; the dossier is for the two sides.
    const isParty = access.organisationId !== null && access.side !== null;
    const { side, organisationId, participantId } = access;
    const applies = participantId !== null && can(actor, "registration.apply", { organisationId });
    return {
      contracts: contracts.map(({ applicants, ...contract }) => ({
        ...contract,
        mayCreate: applies && side !== null && applicants.includes(side),
      })),
      isParty,
      title: `${access.deal.title} · ${t("recognition:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    await getDealAccess(getDb(), params.id ?? "", actor);
    const form = await parseForm(request, createSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const id = await createRegistration(form.value.contractId, actor, getDb());
      return redirectWithFlash(`/desk/registrations/${id}`, {
        tone: "success",
        message: "recognition:flash.created",
      });
    });
  });
}

export default function RoomRegistrationPage() {
  const { t } = useTranslation("recognition");
  const { contracts, isParty } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <FormErrorSummary {...view.summary({ contractId: t("page.contract") })} />
      <RoomRegistrations contracts={contracts} isParty={isParty} />
    </div>
  );
}
