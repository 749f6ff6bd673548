import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { RegistrationState } from "~/domain/registration/registration-procedure";
import { RegistrationStateBadge } from "./registration-state";

type RoomRegistrationsProps = {
  contracts: readonly {
    contractId: string;
    number: number;
    title: string;
    registration: {
      id: string;
      number: number;
      state: string;
      registrationNo: string | null;
    } | null;
    /** The reader may apply for its registration. */
    mayCreate: boolean;
  }[];
  /** The reader speaks for one of the sides. */
  isParty: boolean;
};

const ENDED = new Set(["WITHDRAWN", "NOT_ACCEPTED", "REFUSED", "CANCELLED", "REVOKED"]);

/** The signed contracts of the room, each with its registration or the button that makes it. */
export function RoomRegistrations({ contracts, isParty }: RoomRegistrationsProps) {
  const { t } = useTranslation("recognition");
  return (
    <>
      <p className="text-muted">{t("room.lead")}</p>
      {contracts.length === 0 && <EmptyState icon="certificate" title={t("room.none")} />}
      {contracts.map(({ contractId, number, title, registration, mayCreate }) => (
        <Card key={contractId} title={`${t("room.contract", { number })} · ${title}`}>
          <div className="flex flex-wrap items-center gap-3">
            {registration && (
              <>
                <RegistrationStateBadge state={registration.state as RegistrationState} />
                <span className="tabular">{registration.registrationNo}</span>
              </>
            )}
            {registration && isParty && (
              <LinkButton to={`/desk/registrations/${registration.id}`} variant="secondary">
                {t("room.open")}
              </LinkButton>
            )}
            {mayCreate && (!registration || ENDED.has(registration.state)) && (
              <Form method="post">
                <input type="hidden" name="contractId" value={contractId} />
                <SubmitButton intent="create">{t("room.create")}</SubmitButton>
              </Form>
            )}
          </div>
          {isParty && !mayCreate && !registration && (
            <p className="mt-3 text-sm text-muted">{t("room.notYours")}</p>
          )}
        </Card>
      ))}
    </>
  );
}
