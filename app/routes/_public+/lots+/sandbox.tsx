import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SandboxScreen } from "~/components/bidding/sandbox-screen";
import { loadSandbox } from "~/http/bidding/load-sandbox.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { status, ...body } = await loadSandbox(request);
  return data(body, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: body }) => [
  { title: body?.title },
  { name: "description", content: body?.description },
];

/** Simulated bidding by a form of the GET kind: a question is an address that can be shared. */
export default function SandboxPage() {
  const { values, errors, report, isExample } = useLoaderData<typeof loader>();
  return <SandboxScreen values={values} errors={errors} report={report} isExample={isExample} />;
}
