import { startShell } from './Shell/shell.ts';
startShell();
