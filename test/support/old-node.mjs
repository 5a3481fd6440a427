// Given to Node with --import: pretends to be a Node that is too old.
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });
Object.defineProperty(process, 'version', { value: 'v18.20.0' });
