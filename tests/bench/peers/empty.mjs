// What the runtime itself takes to start a module and to read a file. Word: the file.
import { readFileSync } from 'node:fs';

readFileSync(process.argv[2]);
