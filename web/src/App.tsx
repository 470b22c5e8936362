import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { AnswerError } from "./answer-error.ts";
import { createApi } from "./api.ts";
import { ApiProvider } from "./ApiContext.tsx";
import { CallsScene } from "./scenes/calls/CallsScene.tsx";
import { forgetSession, keepSession, readSession, type Session } from "./session.ts";
import { Shell } from "./ui/Shell.tsx";
import { SignIn } from "./ui/SignIn.tsx";
import { Loading } from "./ui/Loading.tsx";

const CallScene = lazy(() => import("./scenes/call/CallScene.tsx").then((file) => ({ default: file.CallScene })));

const TeamScene = lazy(() => import("./scenes/team/TeamScene.tsx").then((file) => ({ default: file.TeamScene })));
const TrackersScene = lazy(() =>
  import("./scenes/trackers/TrackersScene.tsx").then((file) => ({ default: file.TrackersScene })),
);
const SettingsScene = lazy(() =>
  import("./scenes/settings/SettingsScene.tsx").then((file) => ({ default: file.SettingsScene })),
);

/** What stands before the scene's name in its address: nothing, or a proxy's path. */
const basePath = new URL(".", location.href).pathname.replace(/\/$/, "");

/** Asks who is there, and shows the scene that the address names. */
export function App() {
  const [session, setSession] = useState(() => readSession(sessionStorage));
  const [reason, setReason] = useState<string>();
  const signIn = (given: Session) => {
    keepSession(sessionStorage, given);
    setReason(undefined);
    setSession(given);
  };
  const signOut = (why?: string) => {
    forgetSession(sessionStorage);
    setReason(why);
    setSession(undefined);
  };
  if (session === undefined) return <SignIn reason={reason} onSignedIn={signIn} />;
  return (
    <Router base={basePath}>
      <SignedIn key={session.accessKey} session={session} onSignOut={signOut} />
    </Router>
  );
}

function SignedIn({ session, onSignOut }: { session: Session; onSignOut: (reason?: string) => void }) {
  const api = useMemo(() => createApi(session, onSignOut), [session]);
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5_000 } } }), []);
  return (
    <ApiProvider value={api}>
      <QueryClientProvider client={queries}>
        <Shell onSignOut={() => onSignOut()}>
          <Suspense fallback={<Loading what="the page" />}>
            <Switch>
              <Route path="/calls" component={CallsScene} />
              <Route path="/call" component={CallScene} />
              <Route path="/team" component={TeamScene} />
              <Route path="/trackers" component={TrackersScene} />
              <Route path="/settings" component={SettingsScene} />
              <Route>
                <Redirect to="/calls" />
              </Route>
            </Switch>
          </Suspense>
        </Shell>
      </QueryClientProvider>
    </ApiProvider>
  );
}

/** What was refused is refused again; a server that is not there may be back in a moment. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof AnswerError && (error.status === 0 || error.status >= 502);
}
