// Borders between areas, found once from their shapes: the areas are a coverage, so neighbours share their vertices.

import type { Position } from "geojson";
import type { AreaFeature } from "./answers";

/** A piece of border line with one area on each side; `right` is -1 where nothing lies beyond. */
export interface Arc {
  readonly left: number;
  readonly right: number;
  readonly line: Position[];
}

const NOTHING = -1;
// Coordinates carry at most five decimals; a vertex is one whole number below 2^53.
const SCALE = 1e5;
const WIDTH = 2 ** 26;

/** All arcs of the areas, each once. */
export function arcsOf(areas: readonly AreaFeature[]): Arc[] {
  const vertices = new Map<number, number>();
  const segments = new Map<number, { first: number; second: number }>();
  const vertexOf = (point: Position): number => {
    const key = Math.round((point[0]! + 180) * SCALE) * WIDTH + Math.round((point[1]! + 90) * SCALE);
    let vertex = vertices.get(key);
    if (vertex === undefined) {
      vertices.set(key, (vertex = vertices.size));
    }

    return vertex;
  };
  const segmentOf = (a: Position, b: Position): number => {
    const from = vertexOf(a);
    const to = vertexOf(b);
    return from < to ? from * WIDTH + to : to * WIDTH + from;
  };

  for (const area of areas) {
    for (const ring of ringsOf(area)) {
      for (let at = 1; at < ring.length; at++) {
        const key = segmentOf(ring[at - 1]!, ring[at]!);
        const known = segments.get(key);
        if (known === undefined) {
          segments.set(key, { first: area.id, second: NOTHING });
        } else if (known.first !== area.id) {
          known.second = area.id;
        }
      }
    }
  }

  const arcs: Arc[] = [];
  for (const area of areas) {
    for (const ring of ringsOf(area)) {
      let open = undefined as Arc | undefined;
      for (let at = 1; at < ring.length; at++) {
        const sides = segments.get(segmentOf(ring[at - 1]!, ring[at]!))!;
        // The area that named a segment first draws it, so that no line is drawn twice.
        if (sides.first !== area.id) {
          open = undefined;
        } else if (open?.right === sides.second) {
          open.line.push(ring[at]!);
        } else {
          open = { left: area.id, right: sides.second, line: [ring[at - 1]!, ring[at]!] };
          arcs.push(open);
        }
      }
    }
  }

  return arcs;
}

/** The lines where the two sides have another answer to `groupOf`; `coast` are the lines with one side only. */
export function bordersBetween(arcs: readonly Arc[], groupOf: (area: number) => number): { between: Position[][]; coast: Position[][] } {
  const between: Position[][] = [];
  const coast: Position[][] = [];
  for (const arc of arcs) {
    const left = groupOf(arc.left);
    if (arc.right === NOTHING) {
      if (left !== NOTHING) {
        coast.push(arc.line);
      }
    } else if (left !== groupOf(arc.right)) {
      between.push(arc.line);
    }
  }

  return { between, coast };
}

export function ringsOf(area: AreaFeature): Position[][] {
  return area.geometry.type === "Polygon" ? area.geometry.coordinates : area.geometry.coordinates.flat();
}
