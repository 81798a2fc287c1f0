// Where to look and where to write: bounds and label points of groups of areas.

import type { Position } from "geojson";
import type { AreaFeature } from "./answers";
import { type Arc, ringsOf } from "./borders";

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Per area its box and the middle of its largest ring. */
export interface AreaPlace {
  readonly box: Box;
  readonly middle: Position;
  readonly size: number;
}

export function placesOf(areas: readonly AreaFeature[]): AreaPlace[] {
  const places: AreaPlace[] = [];
  for (const area of areas) {
    const box = nowhere();
    let middle: Position = [0, 0];
    let size = -1;
    for (const ring of ringsOf(area)) {
      const { centre, surface } = measure(ring);
      if (surface > size) {
        size = surface;
        middle = centre;
      }

      for (const point of ring) {
        widen(box, point[0]!, point[1]!, point[0]!, point[1]!);
      }
    }

    places[area.id] = { box, middle, size };
  }

  return places;
}

/** Connected groups of the chosen areas, the one with the most surface first. */
export function groupsOf(chosen: readonly number[], arcs: readonly Arc[], places: readonly AreaPlace[]): number[][] {
  const root = new Map<number, number>(chosen.map((area) => [area, area]));
  const find = (area: number): number => {
    let at = area;
    while (root.get(at) !== at) {
      at = root.get(at)!;
    }

    root.set(area, at);
    return at;
  };
  for (const arc of arcs) {
    if (root.has(arc.left) && root.has(arc.right)) {
      root.set(find(arc.left), find(arc.right));
    }
  }

  const groups = new Map<number, number[]>();
  for (const area of chosen) {
    const head = find(area);
    groups.get(head)?.push(area) ?? groups.set(head, [area]);
  }

  const surface = (group: readonly number[]): number => group.reduce((sum, area) => sum + places[area]!.size, 0);
  return [...groups.values()].sort((a, b) => surface(b) - surface(a));
}

/**
 * The box to show first: the main land, and those of the other groups that do not make it much larger.
 * Far islands (Alaska, Guam, Matsu) would otherwise make everything small.
 */
export function mainBox(groups: readonly number[][], places: readonly AreaPlace[], growth = 1.45): Box | null {
  const main = groups[0];
  if (main === undefined) {
    return null;
  }

  let box = boxOf(main, places);
  const most = sizeOf(box) * growth;
  for (const group of groups.slice(1)) {
    const wider = { ...box };
    const other = boxOf(group, places);
    widen(wider, other.west, other.south, other.east, other.north);
    if (sizeOf(wider) <= most) {
      box = wider;
    }
  }

  return box;
}

/** A point on one of the group's areas: the one whose middle is nearest to the middle of all. */
export function labelPoint(group: readonly number[], places: readonly AreaPlace[]): Position {
  let x = 0;
  let y = 0;
  let total = 0;
  for (const area of group) {
    const { middle, size } = places[area]!;
    x += middle[0]! * size;
    y += middle[1]! * size;
    total += size;
  }

  const centre = total > 0 ? [x / total, y / total] : places[group[0]!]!.middle;
  const distance = (point: Position): number => (point[0]! - centre[0]!) ** 2 + (point[1]! - centre[1]!) ** 2;
  return group.map((area) => places[area]!.middle).reduce((best, point) => (distance(point) < distance(best) ? point : best));
}

export function boxOf(areas: readonly number[], places: readonly AreaPlace[]): Box {
  const box = nowhere();
  for (const area of areas) {
    const { west, south, east, north } = places[area]!.box;
    widen(box, west, south, east, north);
  }

  return box;
}

function sizeOf(box: Box): number {
  return (box.east - box.west) * (box.north - box.south);
}

function nowhere(): Box {
  return { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
}

function widen(box: Box, west: number, south: number, east: number, north: number): void {
  box.west = Math.min(box.west, west);
  box.south = Math.min(box.south, south);
  box.east = Math.max(box.east, east);
  box.north = Math.max(box.north, north);
}

/** Surface in square degrees (shoelace) and the centre of mass. */
function measure(ring: readonly Position[]): { surface: number; centre: Position } {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as [number, number];
    const [bx, by] = ring[at] as [number, number];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }

  return twice === 0 ? { surface: 0, centre: ring[0]! } : { surface: Math.abs(twice) / 2, centre: [x / (3 * twice), y / (3 * twice)] };
}
