import { useMemo } from "react";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { Lanes } from "../../player/Lanes.tsx";
import { lanesOf, questionMarkers, trackerMarkers } from "../../player/lanes.ts";
import { ownMediaPath } from "../../player/own-media-path.ts";
import { PlayerBar } from "../../player/PlayerBar.tsx";
import { usePlayerKeys } from "../../player/use-player-keys.ts";
import { type Player, usePlayer } from "../../player/use-player.ts";
import { Transcript } from "../../transcript/Transcript.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { CallHead } from "./CallHead.tsx";
import { Insights } from "./Insights.tsx";
import { Statistics } from "./Statistics.tsx";

interface CallViewProps {
  readonly call: CallAnswer;
  readonly startSeconds: number;
}

export function CallView({ call, startSeconds }: CallViewProps) {
  const player = usePlayer(startSeconds);
  usePlayerKeys(player);
  const sentences = call.transcript?.sentences ?? [];
  return (
    <article>
      <CallHead call={call} />
      <div className="call-columns">
        <div className="call-main">
          <CallPlayer call={call} player={player} />
          {sentences.length > 0 ? (
            <Transcript sentences={sentences} positionSeconds={player.positionSeconds} onPlay={player.playFrom} />
          ) : (
            <NoTranscript call={call} />
          )}
        </div>
        <aside className="call-side" aria-label="What is known of the call">
          {call.content && <Statistics content={call.content} />}
          {call.content && <Insights content={call.content} sentences={sentences} onPlay={player.playFrom} />}
        </aside>
      </div>
    </article>
  );
}

function CallPlayer({ call, player }: { readonly call: CallAnswer; readonly player: Player }) {
  const { media, content, transcript } = call;
  const sentences = transcript?.sentences;
  const lanes = useMemo(() => lanesOf(sentences ?? []), [sentences]);
  const trackers = useMemo(() => trackerMarkers(content), [content]);
  const questions = useMemo(() => questionMarkers(content), [content]);
  const link = media?.videoUrl ?? media?.audioUrl;
  const durationSeconds = call.duration ?? sentences?.at(-1)?.end ?? 0;
  if (durationSeconds === 0) return null;
  return (
    <section className="card player" aria-label="Player">
      {link && <MediaElement link={link} isVideo={Boolean(media?.videoUrl)} player={player} />}
      {player.problem !== undefined && (
        <p role="alert" className="field-problem">
          {player.problem}
        </p>
      )}
      <PlayerBar player={player} hasMedia={Boolean(link)} durationSeconds={durationSeconds} />
      <Lanes
        durationSeconds={durationSeconds}
        positionSeconds={player.positionSeconds}
        lanes={lanes}
        trackers={trackers}
        questions={questions}
        onSeek={player.seek}
      />
    </section>
  );
}

interface MediaElementProps {
  readonly link: string;
  readonly isVideo: boolean;
  readonly player: Player;
}

/** What is said in it is the transcript beside it. */
function MediaElement({ link, isVideo, player }: MediaElementProps) {
  const source = ownMediaPath(link);
  if (!isVideo) {
    return <audio ref={player.element as React.RefObject<HTMLAudioElement | null>} src={source} preload="metadata" />; // one of the two it may be
  }
  return (
    <video
      ref={player.element as React.RefObject<HTMLVideoElement | null>} // one of the two it may be
      src={source}
      preload="metadata"
      className="player-video"
      onClick={player.toggle}
    />
  );
}

function NoTranscript({ call }: { readonly call: CallAnswer }) {
  if (call.status === "Processing") {
    return <Empty title="The call is being processed">What was said appears here when it is done.</Empty>;
  }
  if (call.status === "Failed") {
    return <Empty title="There is no transcript">Processing failed before it; the reason is above.</Empty>;
  }
  return <Empty title="Nothing was said">No speech was found in the recording.</Empty>;
}
