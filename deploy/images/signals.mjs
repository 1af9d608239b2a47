// Loaded before every process of the services: the first process of a container is deaf to signals that it has no handler for,
// and would be waited for in vain while it begins. As soon as it has one of its own, that one decides.
const numbers = { SIGINT: 2, SIGTERM: 15 };
for (const [signal, number] of Object.entries(numbers))
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + number);
  });
