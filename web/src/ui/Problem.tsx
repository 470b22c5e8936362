import { Alert, Button } from "@mantine/core";
import { AnswerError } from "../answer-error.ts";

interface ProblemProps {
  readonly error: Error;
  /** What could not be had: "the calls". */
  readonly what: string;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something is not there, in the server's own words, with the request id that its log knows. */
export function Problem({ error, what, onRetry }: ProblemProps) {
  const known = error instanceof AnswerError ? error : undefined;
  const title = known?.isNoAccess ? `This access key may not see ${what}` : `${capital(what)} could not be had`;
  return (
    <Alert color={known?.isNoAccess ? "gray" : "red"} variant="light" title={title} role="alert" className="problem">
      <p>{error.message}</p>
      {known?.requestId !== undefined && (
        <p className="faint">
          Request id <code>{known.requestId}</code>
        </p>
      )}
      {onRetry !== undefined && !known?.isNoAccess && (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
