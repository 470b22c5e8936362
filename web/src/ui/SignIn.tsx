import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { AnswerError } from "../answer-error.ts";
import { createApi } from "../api.ts";
import type { Session } from "../session.ts";
import { Logo } from "./Logo.tsx";

interface SignInProps {
  /** Why somebody has to sign in again. */
  readonly reason: string | undefined;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn({ reason, onSignedIn }: SignInProps) {
  const [problem, setProblem] = useState(reason);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const session = readForm(new FormData(event.currentTarget));
    setBusy(true);
    const refusal = await refusalOf(session);
    setBusy(false);
    setProblem(refusal);
    if (refusal === undefined) onSignedIn(session);
  };
  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <Logo />
        <h1>Sign in</h1>
        <p className="faint">
          With an access key of this server. Its first start printed one; <code>tamtam keys create</code> makes another.
        </p>
        {problem !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <TextInput
          label="Access key"
          name="access-key"
          autoComplete="username"
          required
          withAsterisk={false}
          spellCheck={false}
        />
        <PasswordInput
          label="Access key secret"
          name="secret"
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          Sign in
        </Button>
        <p className="faint">The key stays in this tab and is forgotten when the tab is closed.</p>
      </form>
    </main>
  );
}

function readForm(form: FormData): Session {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return { accessKey: text("access-key"), accessKeySecret: text("secret") };
}

/** A key that may not search is a key all the same: each scene says what it lacks. */
async function refusalOf(session: Session): Promise<string | undefined> {
  try {
    await createApi(session, () => undefined).runAction("search-calls", { "page-size": 1 });
    return undefined;
  } catch (error) {
    if (error instanceof AnswerError && error.isNoAccess) return undefined;
    return error instanceof Error ? error.message : String(error);
  }
}
