import type { Engine, ModelBuilder, ModelSource, ModelSubject, ModelTrace, Probe } from '../network/index.ts';
import * as network from '../network/index.ts';
import type { Seed } from '../random/index.ts';

interface Room {
  modelFromBuilder(build: ModelBuilder, name?: string): ModelSource;
  realiseModel(
    engine: Engine,
    subject: ModelSubject,
    seed: Seed,
    from: number,
    to: number,
    probes?: ReadonlySet<Probe>,
  ): Promise<ModelTrace[]>;
}
const room = network as unknown as Room;
export const realiseModel: Room['realiseModel'] = (...given) => room.realiseModel(...given);
export const modelFromBuilder: Room['modelFromBuilder'] = (...given) => room.modelFromBuilder(...given);
