/** The part of the WebAssembly interface that is used: Node has it, but neither its types nor ES2023's name it. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  function instantiate(bytes: Uint8Array): Promise<{ readonly instance: Instance }>;
}
