import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Wizard } from "~/components/catalogue/wizard";
import { STEP_FORM_ID } from "~/components/catalogue/wizard-form";
import { LiveMatches } from "~/components/matching/live-matches";
import { actOnWizard, loadWizard } from "~/http/listings/edit-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadWizard("need", args);

export const action = (args: ActionFunctionArgs) => actOnWizard("need", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function Edit() {
  const { view, matches } = useLoaderData<typeof loader>();
  return (
    <Wizard
      view={view}
      answer={useActionData<typeof action>()}
      aside={
        matches && (
          <LiveMatches
            saved={matches}
            url={`/desk/needs/${view.id}/live-matches`}
            formId={STEP_FORM_ID}
          />
        )
      }
    />
  );
}
