import { Loader } from "@mantine/core";

export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="state" role="status">
      <Loader size="sm" aria-hidden /> Loading {what} …
    </p>
  );
}
