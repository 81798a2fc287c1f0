// What is drawn: from the server's answers to sources, once per plan and boundary set.

import type { Feature, FeatureCollection, Position } from "geojson";
import type { AreaCollection, PlanAreas, Reps, TerritoryLine } from "./answers";
import { type Arc, arcsOf, bordersBetween } from "./borders";
import { type AreaPlace, type Box, groupsOf, labelPoint, mainBox, placesOf } from "./places";

const NOBODY = -1;

/** A boundary set as the browser keeps it: its shapes, and what follows from them. */
export interface Ground {
  readonly shapes: AreaCollection;
  readonly arcs: readonly Arc[];
  readonly places: readonly AreaPlace[];
}

export function groundOf(shapes: AreaCollection): Ground {
  return { shapes, arcs: arcsOf(shapes.features), places: placesOf(shapes.features) };
}

/** A plan over a ground: who has which area, and what to draw of it. */
export class Drawing {
  readonly areasOf: readonly (readonly number[])[];

  readonly #groups: readonly (readonly number[][])[];

  constructor(
    readonly ground: Ground,
    readonly plan: PlanAreas,
    readonly lines: ReadonlyMap<string, TerritoryLine>,
  ) {
    const areasOf: number[][] = plan.territories.map(() => []);
    plan.areas.forEach((territory, area) => areasOf[territory]?.push(area));
    this.areasOf = areasOf;
    this.#groups = areasOf.map((areas) => groupsOf(areas, ground.arcs, ground.places));
  }

  /** The index of a territory in the plan's areas; -1 when it has none on this map. */
  indexOf(id: string | null): number {
    return id === null ? NOBODY : this.plan.territories.findIndex((territory) => territory.id === id);
  }

  lineAt(territory: number): TerritoryLine | undefined {
    const id = this.plan.territories[territory]?.id;
    return id === undefined ? undefined : this.lines.get(id);
  }

  territoryAt(area: number): number {
    return this.plan.areas[area] ?? NOBODY;
  }

  borders(): FeatureCollection {
    const { between, coast } = bordersBetween(this.ground.arcs, (area) => this.territoryAt(area));
    return collection([lines("between", between), lines("coast", coast)]);
  }

  /** The whole outline of one territory. */
  outline(territory: number): FeatureCollection {
    const { between, coast } = bordersBetween(this.ground.arcs, (area) => (this.territoryAt(area) === territory ? 0 : NOBODY));
    return collection([lines("chosen", [...between, ...coast])]);
  }

  names(): FeatureCollection {
    return collection(
      this.#groups.flatMap((groups, territory) => {
        const line = this.lineAt(territory);
        const main = groups[0];
        return line === undefined || main === undefined
          ? []
          : [point(territory, labelPoint(main, this.ground.places), { name: line.name, order: -line.revenue })];
      }),
    );
  }

  box(territory: number): Box | null {
    return mainBox(this.#groups[territory] ?? [], this.ground.places, 6);
  }

  /** What to look at first: the land that the plan covers, or all when it covers none. */
  firstBox(): Box | null {
    const covered = this.areasOf.flat();
    const all = this.ground.shapes.features.map((area) => area.id);
    return mainBox(groupsOf(covered.length > 0 ? covered : all, this.ground.arcs, this.ground.places), this.ground.places) ?? null;
  }
}

export function homesOf(reps: Reps): FeatureCollection {
  return collection(
    reps.items.flatMap((rep, at) => (rep.home === null ? [] : [point(at, [rep.home.longitude, rep.home.latitude], { id: rep.id, name: rep.name })])),
  );
}

export function collection(features: Feature[] = []): FeatureCollection {
  return { type: "FeatureCollection", features };
}

function lines(kind: string, coordinates: Position[][]): Feature {
  return { type: "Feature", properties: { kind }, geometry: { type: "MultiLineString", coordinates } };
}

function point(id: number, coordinates: Position, properties: Record<string, string | number>): Feature {
  return { type: "Feature", id, properties, geometry: { type: "Point", coordinates } };
}
