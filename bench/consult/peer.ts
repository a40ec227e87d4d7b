/// <reference lib="dom" />
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

// The least that a change of screen can be: two empty routes of the same router, changed by the same key.
const root = createRootRoute({ component: Outlet });
const page = (path: string) => createRoute({ getParentRoute: () => root, path, component: () => createElement('h1', null, path) });
const history = createMemoryHistory({ initialEntries: ['/one'] });
const router = createRouter({ routeTree: root.addChildren([page('/one'), page('/two')]), history });

addEventListener('keydown', (event) => {
  if (event.altKey && event.key === 'ArrowRight') history.push(history.location.pathname === '/one' ? '/two' : '/one');
});
const host = document.createElement('div');
document.body.append(host);
createRoot(host).render(createElement(RouterProvider, { router: router as never }));
