import { emitKeypressEvents, type Key } from 'node:readline';
import { EXIT } from './exit.ts';

/** What the keyboard drives. */
interface Keyed {
  start(): Promise<void>;
  press(key: string): Promise<boolean>;
  draw(): void;
  end(): void;
}

/** Gives a session the keys that are pressed and the terminal's new sizes, until it ends; leaves the terminal as it was. */
export async function keyboard(session: Keyed): Promise<number> {
  const { stdin, stdout } = process;
  emitKeypressEvents(stdin);
  const calm = () => stdin.setRawMode(false);
  // However this process ends.
  process.once('exit', calm);
  stdin.setRawMode(true);
  stdin.resume();
  const resized = () => session.draw();
  stdout.on('resize', resized);
  try {
    return await new Promise<number>((resolve, reject) => {
      stdin.on('keypress', (_: unknown, { name = '', sequence = '', ctrl }: Key) => {
        if (ctrl && (name === 'c' || name === 'd')) resolve(INTERRUPTED);
        else if (!ctrl) session.press(name || sequence).then((ended) => ended && resolve(EXIT.done), reject);
      });
      process.once('SIGINT', () => resolve(INTERRUPTED));
      process.once('SIGTERM', () => resolve(TERMINATED));
      session.start().catch(reject);
    });
  } finally {
    session.end();
    stdout.off('resize', resized);
    calm();
    stdin.pause();
  }
}

/** As a shell reports of a process that a signal ended. */
const [INTERRUPTED, TERMINATED] = [130, 143];
