/** `npm start`: serves the built site and says what to try first. */
import { basePath } from '../../core/course/addresses.ts';
import { serve } from '../serve/server.ts';

const wanted = Number(process.env['PORT'] ?? 4321);
const base = basePath(process.env['FAROL_BASE']);
try {
  const { url } = await serve('dist', wanted, base);
  console.log(`
  Farol is running:  ${url}

  Try first: open ${url}en/hotel/ , press "Save on this phone",
  switch the network off, and take the course to its certificate.
  Stop with Ctrl+C.
`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? `Port ${wanted} is in use. Stop the other program, or choose a port: PORT=4322 npm start` : (error as Error).message);
  process.exitCode = 1;
}
