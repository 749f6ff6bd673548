import { Outlet } from "@remix-run/react";
import { ProblemText } from "~/components/layout/page-problem";
import { PageShell } from "~/components/layout/page-shell";
import { useHeader } from "~/components/layout/use-root";

/** The pages bring their own AuthShell: its title, lead and footer are theirs. */
export default function AuthLayout() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <PageShell header={useHeader()} width="narrow">
      <ProblemText />
    </PageShell>
  );
}
