/** Rows are tokens, columns are frames of the recording: how much each token was heard there. Row after row in one array. */
export interface AttentionMatrix {
  readonly rowCount: number;
  readonly frameCount: number;
  readonly values: Float32Array;
}

/** Where a token begins, and the frame after its last. */
export interface FrameSpan {
  readonly startFrame: number;
  readonly endFrame: number;
}

/**
 * Finds the most attentive way through the matrix in which tokens follow one another and each has at least one frame
 * (dynamic time warping). Each row is smoothed by a median over three frames first.
 * Tokens there are too few frames for begin and end with the first.
 */
export function alignTokens(attention: AttentionMatrix): FrameSpan[] {
  return walkBack(startsOfBestPath(medianOfThree(attention), attention), attention);
}

/** For each cell, whether the best path to it comes from the token before (1) or from the same token (0), a frame earlier in both cases. */
function startsOfBestPath(values: Float32Array, { rowCount, frameCount }: AttentionMatrix): Uint8Array {
  const isStart = new Uint8Array(rowCount * frameCount);
  let above = new Float32Array(frameCount);
  let current = new Float32Array(frameCount);
  for (let row = 0; row < rowCount; row++) {
    current.fill(-Infinity);
    for (let frame = row; frame < frameCount; frame++) {
      const cell = row * frameCount + frame;
      const fromBefore = row === 0 ? startOfAll(frame) : frame === 0 ? -Infinity : (above[frame - 1] ?? 0);
      const fromSame = frame === 0 ? -Infinity : (current[frame - 1] ?? 0);
      isStart[cell] = fromBefore >= fromSame ? 1 : 0;
      current[frame] = Math.max(fromBefore, fromSame) + (values[cell] ?? 0);
    }
    [above, current] = [current, above];
  }
  return isStart;
}

/** The first token begins with the first frame and nowhere else. */
function startOfAll(frame: number): number {
  return frame === 0 ? 0 : -Infinity;
}

function walkBack(isStart: Uint8Array, { rowCount, frameCount }: AttentionMatrix): FrameSpan[] {
  const spans: FrameSpan[] = [];
  let endFrame = frameCount;
  for (let row = rowCount - 1, frame = frameCount - 1; row >= 0; frame--) {
    if (isStart[row * frameCount + frame] !== 1 && frame > 0) continue;
    const startFrame = Math.max(0, frame);
    spans.push({ startFrame, endFrame });
    endFrame = startFrame;
    row--;
  }
  return spans.reverse();
}

function medianOfThree({ rowCount, frameCount, values }: AttentionMatrix): Float32Array {
  const smoothed = new Float32Array(values.length);
  for (let row = 0, cell = 0; row < rowCount; row++) {
    const last = cell + frameCount - 1;
    for (; cell <= last; cell++) {
      const here = values[cell] ?? 0;
      const before = values[Math.max(cell - 1, last - frameCount + 1)] ?? here;
      const after = values[Math.min(cell + 1, last)] ?? here;
      smoothed[cell] = Math.max(Math.min(before, here), Math.min(Math.max(before, here), after));
    }
  }
  return smoothed;
}
