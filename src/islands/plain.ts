/** Pages that only need the frame. */
import { startShell } from './Shell/shell.ts';

startShell();
