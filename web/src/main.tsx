import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLanguage, speak } from './i18n';
import { makeRouter } from './routes';
import './styles/index.css';
import { applyTheme, chosenTheme } from './ui/theme';

async function start(): Promise<void> {
  applyTheme(chosenTheme());
  const isWorkplace = location.pathname.startsWith('/staff/');
  const router = makeRouter(isWorkplace ? (await import('./staff/routes')).staffRoutes : undefined);
  await Promise.all([speak(preferredLanguage()), router.load()]);
  const place = document.getElementById('app');
  if (!place) throw new Error('The page has no place for the app.');
  // Of a file of its own: nothing is lost before something has had the focus.
  const watchFocus = async (): Promise<void> => (await import('./ui/watch-focus')).watchFocus();
  document.addEventListener('focusin', () => void watchFocus().catch(() => undefined), { once: true });
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

void start();
