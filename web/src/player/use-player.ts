import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

export interface Player {
  /** To be put on the audio or video element, where there is one. */
  readonly element: RefObject<HTMLMediaElement | null>;
  readonly positionSeconds: number;
  readonly isPlaying: boolean;
  readonly rate: number;
  /** What the browser says when it cannot play. */
  readonly problem: string | undefined;
  /** Moves there without playing. */
  readonly seek: (seconds: number) => void;
  /** Moves there and plays, where there is a recording. */
  readonly playFrom: (seconds: number) => void;
  readonly toggle: () => void;
  readonly setRate: (rate: number) => void;
}

/** Where one is in a call. A call without a recording can be gone through all the same. */
export function usePlayer(startSeconds: number): Player {
  const element = useRef<HTMLMediaElement>(null);
  const [positionSeconds, setPosition] = useState(startSeconds);
  const [isPlaying, setPlaying] = useState(false);
  const [rate, setRateState] = useState(1);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const media = element.current;
    if (media === null) return;
    const listeners = new AbortController();
    const on = (type: string, listen: () => void) => media.addEventListener(type, listen, { signal: listeners.signal });
    on("timeupdate", () => setPosition(media.currentTime));
    on("play", () => setPlaying(true));
    on("pause", () => setPlaying(false));
    on("error", () => setProblem(media.error?.message || "The recording cannot be played here."));
    media.currentTime = startSeconds;
    return () => listeners.abort();
  }, [startSeconds]);

  const seek = useCallback((seconds: number) => {
    const place = Math.max(0, seconds);
    setPosition(place);
    if (element.current) element.current.currentTime = place;
  }, []);
  const play = useCallback(() => {
    // A browser that may not begin by itself says so here; the button does.
    element.current?.play().catch(() => setPlaying(false));
  }, []);
  const playFrom = useCallback(
    (seconds: number) => {
      seek(seconds);
      play();
    },
    [seek, play],
  );
  const toggle = useCallback(() => {
    if (element.current?.paused) play();
    else element.current?.pause();
  }, [play]);
  const setRate = useCallback((next: number) => {
    setRateState(next);
    if (element.current) element.current.playbackRate = next;
  }, []);
  return { element, positionSeconds, isPlaying, rate, problem, seek, playFrom, toggle, setRate };
}
