import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { InvitationList } from "~/components/identity/invitation-list";
import { InviteForm } from "~/components/identity/invite-form";
import { MemberList } from "~/components/identity/member-list";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { changeMember } from "~/domain/identity/change-member.server";
import { endMembership } from "~/domain/identity/end-membership.server";
import { inviteMember } from "~/domain/identity/invite-member.server";
import {
  getActingOrganisationId,
  listMembers,
  listOpenInvitations,
} from "~/domain/identity/organisation-queries.server";
import { invitationSchema, memberSchema } from "~/domain/identity/organisation-schema";
import { can } from "~/domain/identity/permission-rules";
import { revokeInvitation } from "~/domain/identity/revoke-invitation.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  return withErrors(async () => {
    const organisationId = getActingOrganisationId(actor);
    const [members, invitations] = await Promise.all([
      listMembers(getDb(), organisationId, actor),
      listOpenInvitations(getDb(), organisationId, actor),
    ]);
    const t = getFixedT(request, ["identity", "common"]);
    return {
      members,
      invitations,
      userId: actor.userId,
      mayManage: can(actor, "membership.change", { organisationId }),
      isOwner: can(actor, "membership.transfer-ownership", { organisationId }),
      title: `${t("identity:members.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const revokeSchema = z.object({ invitationId: z.uuid("not_found") });
const endSchema = z.object({ membershipId: z.uuid("not_found") });
const HERE = "/desk/organisation/members";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const db = getDb();
  const fields = await readForm(request);
  switch (fields.get("intent")) {
    case "change": {
      const form = parseFormData(fields, memberSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const organisationId = getActingOrganisationId(actor);
        await changeMember({ organisationId, ...form.value }, actor, db);
        return done("identity:flash.memberChanged");
      });
    }
    case "end": {
      const form = parseFormData(fields, endSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const organisationId = getActingOrganisationId(actor);
        await endMembership({ organisationId, ...form.value }, actor, db);
        const isSelf = fields.get("self") === "1";
        return isSelf
          ? redirectWithFlash("/desk", { tone: "success", message: "identity:flash.left" })
          : done("identity:flash.memberEnded");
      });
    }
    case "revoke": {
      const form = parseFormData(fields, revokeSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const organisationId = getActingOrganisationId(actor);
        await revokeInvitation({ organisationId, ...form.value }, actor, db);
        return done("identity:flash.revoked");
      });
    }
    default: {
      const form = parseFormData(fields, invitationSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const organisationId = getActingOrganisationId(actor);
        await inviteMember({ organisationId, ...form.value }, actor, db);
        return done("identity:flash.invited");
      });
    }
  }
}

function done(message: string) {
  return redirectWithFlash(HERE, { tone: "success", message });
}

export default function Members() {
  const { members, invitations, userId, mayManage, isOwner } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader title={t("members.title")} />
      <div className="space-y-6">
        <MemberList
          members={members}
          userId={userId}
          mayManage={mayManage}
          isOwner={isOwner}
          answer={answer}
        />
        {mayManage && (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Card title={t("members.invite")}>
              <InviteForm answer={answer} isOwner={isOwner} />
            </Card>
            <InvitationList invitations={invitations} />
          </div>
        )}
      </div>
    </>
  );
}
