// The same questions to DuckDB, one thread: prints "name<TAB>CPU seconds" for one CSV file.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const file = process.argv[2];
const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '12GB', temp_directory: '' });
const db = await instance.connect();

async function measure(name, sql, times) {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    try {
      await (await db.runAndReadAll(sql)).getRows();
    } catch (error) {
      console.error(`${name}: ${String(error).split('\n')[0]}`);
      console.log(`${name}\tfails`);
      return;
    }
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  console.log(`${name}\t${best.toFixed(3)}`);
}

const next = (from) => `SELECT activity, lead(activity) OVER w AS nxt
  FROM ${from} WINDOW w AS (PARTITION BY case_id ORDER BY timestamp, rid)`;
await db.run("SET TimeZone='UTC'");
await measure('load', `CREATE OR REPLACE TABLE ev AS SELECT row_number() OVER () AS rid, case_id, activity, timestamp
  FROM read_csv('${file}', header=true, columns={'case_id':'VARCHAR','activity':'VARCHAR','timestamp':'TIMESTAMP'})`, 1);
await measure('dfg', `SELECT activity, nxt, count(*) FROM (${next('ev')}) WHERE nxt IS NOT NULL GROUP BY ALL`, 2);
await measure('filter+dfg', `SELECT activity, nxt, count(*) FROM (${next("(SELECT * FROM ev WHERE case_id IN (SELECT case_id FROM ev WHERE activity = 'A_ACCEPTED'))")}) WHERE nxt IS NOT NULL GROUP BY ALL`, 1);
await measure('performance', `SELECT activity, nxt, avg(gap), median(gap), quantile_cont(gap, 0.95), min(gap), max(gap)
  FROM (SELECT activity, lead(activity) OVER w AS nxt, epoch_us(lead(timestamp) OVER w) - epoch_us(timestamp) AS gap
  FROM ev WINDOW w AS (PARTITION BY case_id ORDER BY timestamp, rid)) WHERE nxt IS NOT NULL GROUP BY ALL`, 1);
await measure('rework', 'SELECT activity, count(*) FROM (SELECT case_id, activity FROM ev GROUP BY ALL HAVING count(*) > 1) GROUP BY ALL', 1);
await measure('durations', 'SELECT avg(d), median(d), quantile_cont(d, 0.95), min(d), max(d), stddev_pop(d) FROM (SELECT epoch_us(max(timestamp)) - epoch_us(min(timestamp)) AS d FROM ev GROUP BY case_id)', 1);
console.log(`peak MB\t${(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024).toFixed(0)}`);
await measure('variants', 'SELECT v, count(*) FROM (SELECT list(activity ORDER BY timestamp, rid) AS v FROM ev GROUP BY case_id) GROUP BY v', 1);
