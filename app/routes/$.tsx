import { data } from "@remix-run/node";

/** Any address that no other route knows. */
export function loader() {
  throw data({ code: "not_found", params: {} }, { status: 404 });
}

export default function NotFound() {
  return null;
}
