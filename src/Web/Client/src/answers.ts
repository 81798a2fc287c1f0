// What the server answers (/api/v1), and the one way to ask it.

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";

export type AreaFeature = Feature<Polygon | MultiPolygon, { code: string; name: string; zh?: string }> & { id: number };
export type AreaCollection = Omit<FeatureCollection<Polygon | MultiPolygon>, "features"> & { features: AreaFeature[] };

/** Which territory each area belongs to: `areas[i]` is an index into `territories`, or -1. */
export interface PlanAreas {
  readonly boundaries: string;
  readonly territories: readonly { readonly id: string; readonly colour: number }[];
  readonly areas: readonly number[];
}

export interface TerritoryLine {
  readonly id: string;
  readonly name: string;
  readonly rep: { readonly id: string; readonly name: string } | null;
  readonly accounts: number;
  readonly revenue: number;
  readonly balance: number | null;
}

export interface PlanTerritories {
  readonly currency: string | null;
  readonly territories: readonly TerritoryLine[];
}

export interface Reps {
  readonly items: readonly { readonly id: string; readonly name: string; readonly home: { readonly longitude: number; readonly latitude: number } | null }[];
}

/** Asks the server; an answer that is not well is an error with the server's own words. */
export async function ask<T>(address: string, stop: AbortSignal): Promise<T> {
  const answer = await fetch(address, { signal: stop, headers: { accept: "application/json, application/geo+json" } });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
    throw new Error(problem?.detail ?? problem?.title ?? `${answer.status} ${answer.statusText}`);
  }

  return (await answer.json()) as T;
}
