import { expect, test } from 'vitest';
import { hostsOf } from './connect-mongo.ts';

test.each([
  ['mongodb://localhost:27017/market', 'localhost:27017'],
  ['mongodb://a:1,b:2,c:3/market?replicaSet=rs0', 'a:1,b:2,c:3'],
  ['mongodb://user:hunter2@a:1,b:2/market', 'a:1,b:2'],
  ['mongodb://user:p@ss@a:1/market?appName=x@y', 'a:1'],
  ['mongodb://user:p/ss@a:1/market', 'a:1'],
  ['mongodb+srv://user:hunter2@cluster.example.com/market', 'cluster.example.com'],
])('of %s the servers are named, and nothing else', (url, hosts) => {
  expect(hostsOf(url)).toBe(hosts);
});
