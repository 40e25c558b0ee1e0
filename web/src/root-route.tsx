import { createRootRoute } from '@tanstack/react-router';
import { Root } from './session/root';
import { NotFound } from './ui/route-states';

/** What the routes of both areas grow from. */
export const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
