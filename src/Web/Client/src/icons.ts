// Pictures drawn here, so that none has to be fetched.

import type { Look } from "./look";

const RATIO = 2;
const SIZE = 15;
const DRAWN = 18;

/** A small house: where a rep lives. */
export function homeIcon(look: Look): { image: ImageData; pixelRatio: number } {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * RATIO;
  const pen = canvas.getContext("2d")!;
  pen.scale((SIZE / DRAWN) * RATIO, (SIZE / DRAWN) * RATIO);
  const house = new Path2D("M9 2.5 2.5 8.4h1.7v6.6h3.4v-3.8h2.8v3.8h3.4V8.4h1.7z");
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = look.paper;
  pen.stroke(house);
  pen.fillStyle = look.ink;
  pen.fill(house);
  return { image: pen.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}
