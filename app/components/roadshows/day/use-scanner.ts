import { useCallback, useEffect, useRef, useState } from "react";

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;

type ScannerState = "OFF" | "ON" | "FAILED" | "INSECURE";

const EVERY_MS = 150;
/** The same code held before the camera is one scan. */
const SAME_CODE_MS = 3_000;

/** Reads QR codes with the camera: by the browser itself where it can, else by reading the picture. */
export function useScanner(onCode: (text: string) => void) {
  const [state, setState] = useState<ScannerState>("OFF");
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const heard = useRef(onCode);
  heard.current = onCode;

  const stop = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    setState("OFF");
  }, []);

  const start = useCallback(async () => {
    if (!navigator.mediaDevices) {
      setState("INSECURE");
      return;
    }
    try {
      const constraints = { video: { facingMode: "environment" }, audio: false };
      stream.current = await navigator.mediaDevices.getUserMedia(constraints);
      setState("ON");
    } catch {
      setState("FAILED");
    }
  }, []);

  useEffect(() => stop, [stop]);
  useEffect(() => {
    const element = video.current;
    if (state !== "ON" || !element || !stream.current) return;
    let isGone = false;
    let last = { text: "", at: 0 };
    element.srcObject = stream.current;
    const run = async () => {
      await element.play();
      const read = await reader();
      while (!isGone) {
        const text = await read(element).catch(() => null);
        const now = Date.now();
        if (text && (text !== last.text || now - last.at > SAME_CODE_MS)) {
          last = { text, at: now };
          navigator.vibrate?.(80);
          heard.current(text);
        } else if (text) last.at = now;
        await new Promise((done) => window.setTimeout(done, EVERY_MS));
      }
    };
    run().catch(() => {
      if (!isGone) setState("FAILED");
    });
    return () => {
      isGone = true;
      element.srcObject = null;
    };
  }, [state]);
  return { state, video, start, stop };
}

async function reader(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const native = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (native) {
    const detector = new native({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (!context || video.videoWidth === 0) return null;
    // Half a thousand dots across are enough for a code, and quick on an old phone.
    const scale = Math.min(1, 500 / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(picture.data, picture.width, picture.height)?.data ?? null;
  };
}
