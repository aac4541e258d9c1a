// Harper is installed by `./build.sh bench` alone. This is what the benchmark uses of it.

declare module "harper.js" {
  export class LocalLinter {
    constructor(init: { binary: unknown });
    setup(): Promise<void>;
    lint(text: string): Promise<unknown[]>;
  }
}

declare module "harper.js/slimBinary" {
  export const slimBinary: unknown;
}
