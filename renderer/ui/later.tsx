import { type ComponentType, use } from 'react';

/** A part of the window whose code is fetched apart from the first script. */
export interface Later<Props> {
  /** Suspends until its code is there; draws at once where it is. */
  readonly Component: ComponentType<Props>;
  /** Fetches the code, for whoever knows that it will be needed soon. */
  readonly prepare: () => Promise<unknown>;
}

/** Keeps a component out of the first script: what the first frame does not show is fetched when it is asked for. */
export function createLater<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  const start = (): Promise<ComponentType<Props>> => {
    loading ??= load().then((component) => {
      loaded = component;
      return component;
    });
    return loading;
  };
  function Component(props: Props) {
    const Loaded = loaded ?? use(start());
    return <Loaded {...props} />;
  }
  return { Component, prepare: start };
}
